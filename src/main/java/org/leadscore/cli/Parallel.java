package org.leadscore.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/** Work that shares itself out in a fork-join pool, in one of so many threads. */
final class Parallel {

    private Parallel() {}

    static <T> T in(int threads, Callable<T> work) {
        ForkJoinPool pool =
                new ForkJoinPool(Math.min(threads, Runtime.getRuntime().availableProcessors()));
        try {
            return pool.submit(work).get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }
}
