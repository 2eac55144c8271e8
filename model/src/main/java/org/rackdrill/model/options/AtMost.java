package org.rackdrill.model.options;

import java.util.List;

/** No more than so many of some options can be had together. */
public record AtMost(int count, List<String> names) {

    public AtMost {
        names = List.copyOf(names);
    }
}
