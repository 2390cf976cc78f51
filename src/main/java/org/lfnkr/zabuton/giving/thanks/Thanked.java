package org.lfnkr.zabuton.giving.thanks;

import java.util.List;

/** All names that may be read by everybody, in no order. */
record Thanked(List<String> names) {

    Thanked {
        names = List.copyOf(names);
    }

    @Override
    public String toString() {
        return "Thanked[" + names.size() + "]";
    }
}
