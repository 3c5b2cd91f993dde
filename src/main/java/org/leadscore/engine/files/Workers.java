package org.leadscore.engine.files;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** The threads that a run may use. Safe to share among threads. */
public final class Workers {

    private final int threads;

    /**
     * A number of threads.
     *
     * @throws IllegalArgumentException for fewer than one
     */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("no threads");
        }
        this.threads = threads;
    }

    /** The number of threads. */
    public int count() {
        return threads;
    }

    /**
     * Does the work once in each thread, and answers the results. With one thread the caller does it. A failure of one
     * is thrown.
     */
    public <T> List<T> each(Callable<T> work) {
        if (threads == 1) {
            try {
                return List.of(work.call());
            } catch (Exception failure) {
                throw unchecked(failure);
            }
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw unchecked(failure.getCause() == null ? failure : failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Gives the numbers below {@code count} to the threads, one after the other; each thread does them with a worker of
     * its own. After a failure no more are given, and the failure is thrown.
     *
     * @return the workers, in no particular order
     */
    public <T> List<T> share(int count, Supplier<T> worker, ObjIntConsumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        return each(() -> {
            T own = worker.get();
            try {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    work.accept(own, number);
                }
                return own;
            } catch (RuntimeException | Error failure) {
                next.set(count);
                throw failure;
            }
        });
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
