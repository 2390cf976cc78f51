package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.vault.SubjectId;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is signed in; an argument of every controller method on {@link
 * org.lfnkr.zabuton.web.MemberRoutes}. Whoever came under several addresses and said so is one
 * member: look for what is theirs by {@link #ids()} or {@link #subjects()}, in the query itself.
 *
 * @param id under which new things are kept
 * @param merged the same person under other addresses
 */
public record Member(SupporterId id, SubjectId subject, List<Supporter> merged) {

    public Member {
        merged = List.copyOf(merged);
    }

    public Member(SupporterId id, SubjectId subject) {
        this(id, subject, List.of());
    }

    /** The person under every address, the one they use first. */
    public List<Supporter> selves() {
        return Stream.concat(Stream.of(new Supporter(id, subject)), merged.stream()).toList();
    }

    /** For {@code supporter_id = any(:ids)}. */
    public UUID[] ids() {
        return selves().stream().map(self -> self.id().value()).toArray(UUID[]::new);
    }

    /** For {@code subject = any(:subjects)}. */
    public UUID[] subjects() {
        return selves().stream().map(self -> self.subject().value()).toArray(UUID[]::new);
    }
}
