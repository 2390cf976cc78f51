package org.lfnkr.zabuton.receipts;

import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.giving.givers.MemberGifts;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactWords;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Recipient;
import org.lfnkr.zabuton.supporters.Supporters;
import org.springframework.stereotype.Service;

import reactor.core.publisher.Mono;

/** Prints what a member gave in a year, and what it funds as of today. */
@Service
public class Statements {

    private final MemberGifts gifts;
    private final Impact impact;
    private final ImpactWords words;
    private final Supporters supporters;
    private final Papers papers;

    Statements(
            MemberGifts gifts,
            Impact impact,
            ImpactWords words,
            Supporters supporters,
            Papers papers) {
        this.gifts = gifts;
        this.impact = impact;
        this.words = words;
        this.supporters = supporters;
        this.papers = papers;
    }

    /** A PDF; empty for a year without gifts. */
    public Mono<byte[]> of(Member member, int year, Language language) {
        return gifts.of(member)
                .filter(new ReceiptScope.Year(year, null)::covers)
                .concatMap(gift -> line(gift, language))
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .zipWith(
                        supporters.recipient(member.subject()).map(Recipient::name),
                        (lines, name) -> new Statement(year, name, language, lines))
                .flatMap(
                        statement -> papers.pdf(Statement.TEMPLATE, statement.asModel(), language));
    }

    private Mono<Statement.Line> line(MemberGift gift, Language language) {
        return impact.story(gift.charge().payment().value())
                .map(story -> Statement.Line.of(gift, words.sentence(story, language)))
                .defaultIfEmpty(Statement.Line.of(gift, null));
    }
}
