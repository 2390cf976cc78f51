package org.lfnkr.zabuton.orders.owndata;

import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderParcels;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStandings;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.Parcel;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnView;
import org.lfnkr.zabuton.orders.Timing;
import org.lfnkr.zabuton.orders.Timings;
import org.lfnkr.zabuton.orders.papers.OrderPapers;
import org.lfnkr.zabuton.orders.papers.ReceiptAddressee;
import org.lfnkr.zabuton.orders.papers.WishWords;
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

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What orders tell of the people who placed them. */
@Component
@org.springframework.core.annotation.Order(10)
class OrderRecords implements PersonalRecords {

    private final OrderStore store;
    private final Timings timings;
    private final WishWords wishes;
    private final OrderStandings standings;
    private final OrderPapers papers;
    private final KeptOrders kept;
    private final OrderObstacles obstacles;
    private final Vault vault;
    private final JsonMapper json;

    OrderRecords(
            OrderStore store,
            Timings timings,
            WishWords wishes,
            OrderStandings standings,
            OrderPapers papers,
            KeptOrders kept,
            OrderObstacles obstacles,
            Vault vault,
            JsonMapper json) {
        this.store = store;
        this.timings = timings;
        this.wishes = wishes;
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
                .map(line -> line.name() + " " + line.colour() + " × " + line.quantity())
                .collect(Collectors.joining("\n"))
                .flatMap(goods -> record(order, standing, goods));
    }

    private Mono<PersonalRecord> record(Order order, OrderStanding standing, String goods) {
        return standings
                .parcels(order)
                .map(parcels -> sent(order, parcels))
                .zipWith(standings.returns(order).map(OrderRecords::asked))
                .flatMap(
                        both ->
                                record(
                                        order,
                                        facts(order, standing, goods, both.getT1())
                                                .and("returns", both.getT2())));
    }

    private Mono<PersonalRecord> record(Order order, PersonalRecord.Builder facts) {
        return Mono.zip(papers.delivery(order), addressee(order), timings.of(order.id()))
                .map(
                        all ->
                                told(facts, all.getT1())
                                        .and("addressee", all.getT2())
                                        .and("wish", wish(order, all.getT3()))
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

    private String wish(Order order, Timing timing) {
        return wishes.text(timing.wished(), order.language());
    }

    /** A line for each parcel: when it left, with which carrier and under which number. */
    private static String sent(Order order, OrderParcels parcels) {
        return parcels.parcels().stream()
                .map(parcel -> sent(order, parcel))
                .collect(Collectors.joining("\n"));
    }

    private static String sent(Order order, Parcel parcel) {
        String tracking = Objects.requireNonNullElse(parcel.tracking(), "");
        return String.join(
                        " ",
                        BusinessDate.of(parcel.sentAt()).toString(),
                        parcel.carrier().in(order.language()),
                        tracking)
                .strip();
    }

    /** A line for each return: how far it came and when, why, and why not. */
    private static String asked(List<ReturnView> returns) {
        return returns.stream().map(OrderRecords::asked).collect(Collectors.joining("\n"));
    }

    private static String asked(ReturnView it) {
        ReturnRefusal refusal = it.refusal();
        return String.join(
                        " ",
                        BusinessDate.of(it.at()).toString(),
                        it.state().code(),
                        it.cause().code(),
                        refusal == null ? "" : refusal.code())
                .strip();
    }

    private Mono<String> addressee(Order order) {
        return vault.reveal(order.subject(), order.addresseePlace())
                .map(text -> json.readValue(text, ReceiptAddressee.class).name())
                .defaultIfEmpty("");
    }

    private static PersonalRecord.Builder facts(
            Order order, OrderStanding standing, String goods, String sent) {
        return PersonalRecord.with("reference", order.reference())
                .and("placedAt", order.placedAt())
                .and("status", status(standing))
                .and("total", order.total())
                .and("gift", order.takings().gift().isPositive() ? order.takings().gift() : null)
                .and("cover", order.takings().cover().isPositive() ? order.takings().cover() : null)
                .and("refunded", order.refunded().isPositive() ? order.refunded() : null)
                .and("goods", goods)
                .and("parcels", sent);
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
