package org.lfnkr.zabuton.approvals;

import org.lfnkr.zabuton.desk.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Set;

/** What can be approved. Asked for late: those who carry acts out propose them as well. */
@Component
class Kinds {

    private final ObjectProvider<Approvable> all;

    Kinds(ObjectProvider<Approvable> all) {
        this.all = all;
    }

    Approvable of(String kind) {
        return all.stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody carries out " + kind));
    }

    /** The kinds that somebody with these rights may read. */
    String[] readWith(Set<String> rights) {
        return all.stream()
                .filter(
                        it ->
                                rights.contains(Right.SEE_ALL_APPROVALS.name())
                                        || rights.contains(it.proposedWith().name()))
                .map(Approvable::kind)
                .toArray(String[]::new);
    }
}
