package org.leadscore.cli.past;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/** Runs work that shares itself out over a fork-join pool. */
final class Parallel {

    private Parallel() {}

    /**
     * Does the work in a pool of so many threads, at most as many as there are processors, and waits for it. Failures
     * of the work are thrown as they are; checked ones as an {@link IllegalStateException}.
     */
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
