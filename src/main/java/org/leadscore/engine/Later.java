package org.leadscore.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/** A list that another thread puts together meanwhile; who looks at it waits. Unmodifiable. */
final class Later<T> extends AbstractList<T> implements RandomAccess {

    private final Meanwhile<List<T>> list;

    /** @param list must not change what others look at */
    Later(Supplier<List<T>> list) {
        this.list = new Meanwhile<>(list);
    }

    @Override
    public T get(int index) {
        return list.get().get(index);
    }

    @Override
    public int size() {
        return list.get().size();
    }
}
