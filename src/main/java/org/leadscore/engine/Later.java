package org.leadscore.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A list that another thread puts together meanwhile; who looks at it waits. Unmodifiable. */
final class Later<T> extends AbstractList<T> implements RandomAccess {

    private final CompletableFuture<List<T>> list;

    /** @param list must not change what others look at */
    Later(Supplier<List<T>> list) {
        this.list = CompletableFuture.supplyAsync(list);
    }

    @Override
    public T get(int index) {
        return list().get(index);
    }

    @Override
    public int size() {
        return list().size();
    }

    /** What went wrong while it was put together is thrown as if it went wrong here. */
    private List<T> list() {
        try {
            return list.join();
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
