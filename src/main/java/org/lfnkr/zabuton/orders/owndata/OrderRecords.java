package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.ReceiptAddressee;
import org.lfnkr.zabuton.supporters.KeptRecord;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Obstacle;
import org.lfnkr.zabuton.supporters.PersonalRecord;
import org.lfnkr.zabuton.supporters.PersonalRecord.Word;
import org.lfnkr.zabuton.supporters.PersonalRecords;
import org.lfnkr.zabuton.vault.Vault;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.UUID;

/** What orders tell of the people who placed them. */
@Component
@org.springframework.core.annotation.Order(10)
class OrderRecords implements PersonalRecords {

    private final OrderStore store;
    private final Timings timings;
    private final CourseWords words;
    private final OrderStandings standings;
    private final OrderPapers papers;
    private final KeptOrders kept;
    private final OrderObstacles obstacles;
    private final Vault vault;
    private final JsonMapper json;

    OrderRecords(
            OrderStore store,
            Timings timings,
            CourseWords words,
            OrderStandings standings,
            OrderPapers papers,
            KeptOrders kept,
            OrderObstacles obstacles,
            Vault vault,
            JsonMapper json) {
        this.store = store;
        this.timings = timings;
        this.words = words;
        this.standings = standings;
        this.papers = papers;
        this.kept = kept;
        this.obstacles = obstacles;
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String section() {
        return "orders";
    }

    @Override
    public Flux<PersonalRecord> of(Member member) {
        return store.of(member.subjects())
                .concatMap(
                        order -> standings.of(order).flatMap(standing -> record(order, standing)));
    }

    @Override
    public Flux<UUID> matters(Member member) {
        return store.of(member.subjects()).map(order -> order.id().value());
    }

    private Mono<PersonalRecord> record(Order order, OrderStanding standing) {
        return store.lines(order.id())
                .collectList()
                .flatMap(
                        lines ->
                                record(
                                        order,
                                        standing,
                                        CourseWords.both(it -> CourseWords.goods(lines, it))));
    }

    private Mono<PersonalRecord> record(
            Order order, OrderStanding standing, Optional<Bilingual> goods) {
        return standings
                .parcels(order)
                .map(words::sent)
                .zipWith(standings.returns(order).map(words::returned))
                .flatMap(
                        both ->
                                record(
                                        order,
                                        facts(order, standing)
                                                .and("goods", goods.orElse(null))
                                                .and("parcels", both.getT1().orElse(null))
                                                .and("returns", both.getT2().orElse(null))));
    }

    private Mono<PersonalRecord> record(Order order, PersonalRecord.Builder facts) {
        return Mono.zip(papers.delivery(order), addressee(order), timings.of(order.id()))
                .map(
                        all ->
                                told(facts, all.getT1())
                                        .and("addressee", all.getT2())
                                        .and("wish", words.wish(all.getT3()).orElse(null))
                                        .build())
                .switchIfEmpty(Mono.fromSupplier(facts::build));
    }

    private static PersonalRecord.Builder told(PersonalRecord.Builder facts, Delivery delivery) {
        return facts.and("sentTo", delivery.asText())
                .and("phone", delivery.phone())
                .and("message", delivery.message())
                .and("from", delivery.from())
                .and("orderer", delivery.toAnother() ? delivery.home().asText() : "");
    }

    private Mono<String> addressee(Order order) {
        return vault.reveal(order.subject(), order.addresseePlace())
                .map(text -> json.readValue(text, ReceiptAddressee.class).name())
                .defaultIfEmpty("");
    }

    private static PersonalRecord.Builder facts(Order order, OrderStanding standing) {
        return PersonalRecord.with("reference", order.reference())
                .and("placedAt", order.placedAt())
                .and("status", status(standing))
                .and("total", order.total())
                .and("gift", order.takings().gift().isPositive() ? order.takings().gift() : null)
                .and("cover", order.takings().cover().isPositive() ? order.takings().cover() : null)
                .and("refunded", order.refunded().isPositive() ? order.refunded() : null);
    }

    private static Word status(OrderStanding standing) {
        return new Word(standing.code(), "orders.status." + standing.code());
    }

    @Override
    public Flux<Obstacle> obstacles(Member member) {
        return obstacles.of(member);
    }

    @Override
    public Flux<KeptRecord> kept(Member member) {
        return kept.of(member);
    }
}
