package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.evidence.Evidence;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody carries the machine away. A thousand people have told us who they are, and papers name
 * somebody who was paid; nothing on the disk may tell it on: not the tables, not the write-ahead
 * log, no log and no temporary file.
 */
@ModuleTest
@CapturesOutput
class SeizedDatabaseModuleTests {

    private static final Logger log = LoggerFactory.getLogger(SeizedDatabaseModuleTests.class);
    private static final int PEOPLE = 1000;
    private static final int PAYING = 30;
    private static final int REFUNDED = 10;
    private static final int LOOKED_AT = 3;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Autowired Orders orders;
    @Autowired Pricing pricing;
    @Autowired Payments payments;
    @Autowired Catalog catalog;
    @Autowired Evidence evidence;
    @Autowired Clock clock;
    @Autowired StripeSimulator stripe;
    @Autowired DevMailbox mailbox;
    @Autowired List<Worker> workers;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    @Test
    void aSeizedMachineNamesNobody(CapturedOutput output) throws Exception {
        Instant start = Instant.now().minusSeconds(1); // a file's time is a little coarser
        List<MarkedPerson> people = MarkedPerson.many(PEOPLE);
        MarkedPerson control = MarkedPerson.many(1).getFirst();

        MarkedEvidence papers = new MarkedEvidence(evidence, new Guest(port).atDesk("FINANCE"));

        live(people);
        papers.live();
        Path left = plant(control);
        Haystack haystack = new Haystack(new Needles(marks(people, control, papers)));
        search(haystack, start, output);
        Files.delete(left);

        log.info("Searched {} MB", haystack.bytes() >> 20);
        assertThat(haystack.found().keySet()).isEqualTo(Set.copyOf(control.marks()));
        assertThat(haystack.found().get(control.kana()))
                .anyMatch(place -> place.contains("/base/"))
                .anyMatch(place -> place.contains("/pg_wal/"))
                .anyMatch(place -> place.equals("output"))
                .anyMatch(place -> place.equals(left.toString()));
    }

    /**
     * All order, some pay, and some of those get money back and are looked at by staff; everybody
     * who pays gets mail.
     */
    private void live(List<MarkedPerson> people) {
        Shopping shopping =
                new Shopping(orders, pricing, payments, catalog, clock, stripe, mailbox);
        workers.forEach(Worker::start);
        try {
            Flux.fromIterable(people.subList(PAYING, PEOPLE))
                    .flatMap(shopping::order, AT_ONCE)
                    .as(StepVerifier::create)
                    .expectNextCount(PEOPLE - PAYING)
                    .expectComplete()
                    .verify(PATIENCE);
            people.subList(0, PAYING).forEach(shopping::orderAndPay);
            people.subList(0, REFUNDED).forEach(shopping::awaitReceiptAndReturn);
            people.subList(0, REFUNDED).forEach(shopping::awaitRefund);
        } finally {
            workers.forEach(Worker::stop);
        }
        people.subList(0, LOOKED_AT).forEach(person -> look(shopping.paid(person), person));
    }

    /** Staff open, print and look for what a person told us, at the desk. */
    private void look(Order order, MarkedPerson person) {
        String page = "/ja/desk/orders/" + order.reference();
        Guest staff = new Guest(port).atDesk("SHOP");
        for (String part : List.of("ship-to", "contact", "receipt")) {
            staff.at(page).post("/ja/desk/reveals/" + part, "reveal-reason", "asked");
        }
        assertThat(staff.get(page).page()).contains(person.marks());
        String parcels = "/ja/desk/parcels/" + order.id().value();
        assertThat(staff.at(parcels).post(parcels + "/labels").html()).startsWith("%PDF");
        assertThat(staff.at(parcels).post(parcels + "/slips").html()).startsWith("%PDF");
        assertThat(
                        staff.at(page)
                                .post("/ja/desk/look-ups", "sought", person.email().value())
                                .page())
                .contains(order.reference());
    }

    /** Proves that the search can find: one person whom every place gives away. */
    private Path plant(MarkedPerson control) throws IOException, SQLException {
        log.info("Order of {}, {}", control.name(), control.digits());
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table public.careless as select '%s' as name, decode('%s', 'hex') as mail"
                            .formatted(
                                    control.name(),
                                    HexFormat.of()
                                            .formatHex(
                                                    control.email()
                                                            .value()
                                                            .getBytes(StandardCharsets.UTF_8))));
        }
        return Files.writeString(Files.createTempFile("careless", ".csv"), control.name());
    }

    private static List<String> marks(
            List<MarkedPerson> people, MarkedPerson control, MarkedEvidence papers) {
        return Stream.concat(
                        papers.marks().stream(),
                        Stream.concat(people.stream(), Stream.of(control))
                                .flatMap(person -> person.marks().stream()))
                .toList();
    }

    /** What was written before they came has nothing of them: other tests' databases, mostly. */
    private void search(Haystack haystack, Instant start, CapturedOutput output)
            throws IOException, SQLException {
        haystack.searchFiles(dataDirectory(), start)
                .searchFiles(Path.of(System.getProperty("java.io.tmpdir")), start)
                .search("output", output.getAll().getBytes(StandardCharsets.UTF_8));
    }

    /** What is still in memory is on the disk after a checkpoint. */
    private Path dataDirectory() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet shown = statement.executeQuery("show data_directory")) {
                shown.next();
                return Path.of(shown.getString(1));
            }
        }
    }
}
