package org.leadscore.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/** A list that another thread makes meanwhile; whoever looks at it waits for that. Unmodifiable. */
final class Later<T> extends AbstractList<T> implements RandomAccess {

    private final Meanwhile<List<T>> list;

    /**
     * Begins to make the list.
     *
     * @param list makes it; must not change objects that others look at
     */
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
