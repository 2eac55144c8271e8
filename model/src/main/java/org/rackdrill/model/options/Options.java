package org.rackdrill.model.options;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that could be bought, in the order of its file. A choice among them is a number: bit {@code i} stands for
 * option {@code i}.
 */
public record Options(List<Option> all, List<AtMost> limits) {

    /** More cannot be looked through. */
    public static final int MOST = 16;

    public Options {
        all = List.copyOf(all);
        limits = List.copyOf(limits);
        if (all.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " options");
        }
    }

    /** Returns the place of a name, or -1. */
    public int indexOf(String name) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /** Returns the choice that consists of some names; what is not known is left out. */
    public int choice(List<String> names) {
        return names.stream()
                .mapToInt(this::indexOf)
                .filter(i -> i >= 0)
                .map(i -> 1 << i)
                .reduce(0, (a, b) -> a | b);
    }

    /** Returns the smallest choice that holds another one with everything that it needs. */
    public int withNeeds(int choice) {
        int whole = choice;
        int before;
        do {
            before = whole;
            for (int i = 0; i < all.size(); i++) {
                if ((whole >> i & 1) == 1) {
                    whole |= choice(all.get(i).needs());
                }
            }
        } while (whole != before);
        return whole;
    }

    /** Returns whether everything chosen has what it needs, excludes nothing else, and is within all limits. */
    public boolean allows(int choice) {
        for (int i = 0; i < all.size(); i++) {
            if ((choice >> i & 1) == 1) {
                int needs = choice(all.get(i).needs());
                if ((choice & needs) != needs || (choice & choice(all.get(i).excludes())) != 0) {
                    return false;
                }
            }
        }
        return limits.stream().allMatch(limit -> Integer.bitCount(choice & choice(limit.names())) <= limit.count());
    }
}
