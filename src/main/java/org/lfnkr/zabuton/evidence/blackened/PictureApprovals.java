package org.lfnkr.zabuton.evidence.blackened;

import org.lfnkr.zabuton.approvals.Approvable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.evidence.EvidenceView;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A second person sees the very bytes, ticks what they looked for, and signs the hash. What they
 * looked for stands in what is signed.
 */
@Component
class PictureApprovals implements Approvable {

    static final String KIND = "evidence.picture";

    /** Why each is to be shown, see {@link #reason}. */
    static final String REASON = "shown";

    /** What must not be seen in it, none of it. */
    private static final List<String> CHECKS = List.of("face", "name", "shop", "place", "writing");

    private final BlackenedStore store;
    private final Blackened blackened;
    private final Evidence evidence;

    PictureApprovals(BlackenedStore store, Blackened blackened, Evidence evidence) {
        this.store = store;
        this.blackened = blackened;
        this.evidence = evidence;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Right proposedWith() {
        return Right.BLACKEN_EVIDENCE;
    }

    @Override
    public Words reason(String stored) {
        return Words.of("evidence.picture.reason");
    }

    @Override
    public Mono<Matter> describe(UUID picture) {
        return store.find(picture)
                .filter(BlackenedPicture::waits)
                .flatMap(
                        it ->
                                evidence.find(it.file())
                                        .filter(EvidenceView::isKept)
                                        .map(file -> matter(it, file)));
    }

    private static Matter matter(BlackenedPicture picture, EvidenceView file) {
        String page = "/desk/evidence/" + file.id().value();
        Words kind = Words.of("evidence.kind." + file.kind().code());
        return new Matter(
                Words.of("evidence.picture.title", kind),
                List.of(
                        new Fact("evidence.kind", kind),
                        new Fact("evidence.day", Words.plain(file.day())),
                        new Fact("evidence.picture.hash", Words.plain(picture.hash()))),
                page,
                Content.of(
                        KIND,
                        "picture",
                        picture.id(),
                        "evidence",
                        file.id().value(),
                        "sha256",
                        picture.hash(),
                        "not-seen",
                        String.join(",", CHECKS)),
                new Matter.Look(
                        page + "/pictures/" + picture.hash() + ".jpg",
                        "evidence.picture.no.",
                        CHECKS));
    }

    @Override
    public Mono<Void> hold(UUID picture) {
        return store.find(picture).flatMap(it -> store.lock(it.file())).then();
    }

    @Override
    public Mono<Void> carryOut(Approval approval) {
        UUID by = Objects.requireNonNull(approval.decider());
        return store.find(approval.subject())
                .flatMap(it -> store.key(it.file()).flatMap(key -> blackened.show(it, key, by)));
    }
}
