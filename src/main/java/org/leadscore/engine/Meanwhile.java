package org.leadscore.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A result that another thread works out meanwhile. Whoever asks for it waits, and is thrown the failure of the work if
 * it failed.
 */
public final class Meanwhile<T> implements Supplier<T> {

    private final CompletableFuture<T> result;

    /**
     * Begins the work in the common pool.
     *
     * @param work must not change objects that others look at
     */
    Meanwhile(Supplier<T> work) {
        this.result = CompletableFuture.supplyAsync(work);
    }

    /**
     * The result of some work; with one thread the work is done each time when it is asked for.
     *
     * @param threads number of threads that may be used
     */
    public static <T> Supplier<T> of(Supplier<T> work, int threads) {
        return threads == 1 ? work : new Meanwhile<>(work);
    }

    @Override
    public T get() {
        try {
            return result.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
