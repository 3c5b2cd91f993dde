package org.leadscore.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What another thread works out meanwhile. Who asks for it waits, and is thrown what went wrong. */
public final class Meanwhile<T> implements Supplier<T> {

    private final CompletableFuture<T> result;

    /** @param work must not change what others look at */
    Meanwhile(Supplier<T> work) {
        this.result = CompletableFuture.supplyAsync(work);
    }

    /**
     * The result of some work, which is done once it is asked for when there is one thread.
     *
     * @param threads that may be used
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
