package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses.Result;
import org.lfnkr.zabuton.supporters.addresses.CorrectedAddresses.Wish;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Staff send mails about an order again, and correct the address that they go to. */
@ModuleTest
@Import({OrderSamples.class, RefundedOrders.class, SignInSamples.class})
class OrderMailsPageTests {

    @Autowired RefundedOrders samples;
    @Autowired Orders orders;
    @Autowired Supporters supporters;
    @Autowired CorrectedAddresses corrected;
    @Autowired SignInSamples members;
    @Autowired Mail mail;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource
    void sendsAMailAgainButNotAtOnceAndNotForEver(Language language) {
        Order order = samples.paid(language);
        String path = path(language, order) + "/mails/" + letter(order);
        Guest staff = new Guest(port).atDesk().at(path(language, order));

        assertThat(staff.follow(staff.post(path)).page())
                .contains(text("mail.desk.told.stays", language));
        for (int times = 0; times < 3; times++) {
            rest(order);
            staff.at(path(language, order));
            assertThat(staff.follow(staff.post(path)).page())
                    .contains(
                            text("mail.desk.told.goes", language),
                            text("letters.data.state.waiting", language));
            Await.done(mail.sendDue());
            assertThat(state(order)).isEqualTo("sent");
        }
        rest(order);

        assertThat(staff.get(path(language, order)).html()).doesNotContain(path);
        assertThat(staff.follow(staff.postUnasked(path)).page())
                .contains(text("mail.desk.told.stays", language));
        assertThat(acts(letter(order))).isEqualTo(3);
    }

    @Test
    void sendsNoMailOfAnotherOrder() {
        Order order = samples.paid(Language.EN);
        Order other = samples.paid(Language.EN);
        rest(other);
        String path = path(Language.EN, order) + "/mails/" + letter(other);
        Guest staff = new Guest(port).atDesk().at(path(Language.EN, order));

        assertThat(staff.follow(staff.postUnasked(path)).page())
                .contains(text("mail.desk.told.stays", Language.EN));
        assertThat(state(other)).isEqualTo("sent");
    }

    @ParameterizedTest
    @EnumSource
    void correctsAnAddressAndTellsTheOneBefore(Language language) {
        Order order = samples.paid(language);
        long told = told();
        String right = address();
        String page = "/" + language.tag() + orders.link(order).path();

        assertThat(correct(language, order, right).page())
                .contains(
                        text("mail.desk.told.corrected", language),
                        text("audit.act.supporter.address-corrected", language),
                        text("reveals.reason.asked", language))
                .doesNotContain(right, "??");
        Await.done(mail.sendDue());

        assertThat(email(order)).isEqualTo(right);
        assertThat(told()).isEqualTo(told + 1);
        assertThat(new Guest(port).get(page).status()).isEqualTo(200);
    }

    /** Who signs in by it changes it alone, unless it bounces; told they are anyway. */
    @ParameterizedTest
    @CsvSource({"false, -1, false", "true, -1, true", "true, 1, false"})
    void leavesAProvedAddressAloneUnlessItBounces(
            boolean bounced, int provedAfter, boolean corrected) {
        Order order = samples.paid(Language.EN);
        String before = email(order);
        prove(order, provedAfter);
        if (bounced) {
            bounce(order);
        }
        long told = told();
        String right = address();
        Guest staff = new Guest(port).atDesk();

        assertThat(staff.get(form(Language.EN, order)).page())
                .contains(
                        text(
                                "storefront.desk.address." + (corrected ? "told" : "proved"),
                                Language.EN));
        Guest.Answer answer =
                staff.at(path(Language.EN, order))
                        .postUnasked(
                                form(Language.EN, order), "email", right, "reason", "unreached");
        Await.done(mail.sendDue());

        assertThat(answer.status()).isEqualTo(corrected ? 303 : 422);
        assertThat(email(order)).isEqualTo(corrected ? right : before);
        assertThat(told()).isEqualTo(corrected ? told + 1 : told);
    }

    /** What came back from an address that nobody proved was read by nobody. */
    @Test
    void tellsNoMistypedAddressThatBounces() {
        Order order = samples.paid(Language.EN);
        bounce(order);
        long told = told();
        String right = address();

        correct(Language.EN, order, right);
        Await.done(mail.sendDue());

        assertThat(email(order)).isEqualTo(right);
        assertThat(told()).isEqualTo(told);
    }

    /** They were there before, but the last time counts. */
    @Test
    void leavesAnAddressAloneByWhichItsOwnerSignsInAfterABounce() {
        Order order = samples.paid(Language.EN);
        String before = email(order);
        prove(order, -1);
        bounce(order);

        members.signedIn(new EmailAddress(before));

        assertThat(attempt(Language.EN, order).status()).isEqualTo(422);
        assertThat(email(order)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"EN, false", "JA, true"})
    void theAddressBeforeTakesACorrectionBack(Language language, boolean known) {
        Order order = samples.paid(language);
        EmailAddress before = new EmailAddress(email(order));
        String right = known ? email(samples.paid(language)) : address();
        correct(language, order, right);
        assertThat(email(order)).isEqualTo(right);

        Guest owner = new Guest(port);
        owner.get(members.link(before));
        String page = "/" + language.tag() + "/address-changes/link";
        assertThat(owner.at(page).post(page).page())
                .contains(text("supporters.addresses.revoked", language));

        assertThat(email(order)).isEqualTo(before.value());
        assertThat(Await.value(supporters.known(before)).selves()).hasSize(1);
        assertThat(members.letter(new EmailAddress(right)).subject())
                .isEqualTo(text("supporters.mail.address-restored.subject", language));
    }

    @ParameterizedTest
    @EnumSource
    void correctsTheAddressOfAnOrderAFewTimesADay(Language language) {
        Order order = samples.paid(language);
        for (int times = 0; times < 5; times++) {
            correct(language, order, address());
        }
        String last = email(order);

        Guest.Answer answer = attempt(language, order);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(text("storefront.desk.address.limited", language));
        assertThat(email(order)).isEqualTo(last);
    }

    /** Else whoever's mailbox was full for a day could lose their account without a word. */
    @Test
    void leavesAProvedAddressAloneThatWasReachedSince() {
        Order order = samples.paid(Language.EN);
        String before = email(order);
        prove(order, -1);
        run(
                "insert into mail.letter (id, kind, reference, language, queued_at, state, closed_at) "
                        + "select gen_random_uuid(), 'order-sent', reference, language, "
                        + "queued_at + interval '1 minute', 'sent', now() from mail.letter where id = '"
                        + letter(order)
                        + "'");
        bounce(order);

        Guest.Answer answer =
                new Guest(port)
                        .atDesk()
                        .at(path(Language.EN, order))
                        .postUnasked(
                                form(Language.EN, order), "email", address(), "reason", "asked");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(email(order)).isEqualTo(before);
    }

    /** Two of the staff hear of it, or hear different things: the last of them holds. */
    @Test
    void correctsOneAfterTheOtherWhatIsCorrectedAtOnce() {
        Order order = samples.paid(Language.EN);
        List<String> rights = Stream.generate(OrderMailsPageTests::address).limit(5).toList();

        List<Result> results =
                Await.value(
                        Flux.fromIterable(rights)
                                .flatMap(right -> corrected.correct(wish(order, right), "test"))
                                .collectList());

        assertThat(results).hasSize(5).containsOnly(Result.DONE);
        assertThat(rights).contains(email(order));
        assertThat(Await.value(supporters.known(EmailAddress.parse(email(order)).orElseThrow())))
                .isNotNull();
    }

    private static Wish wish(Order order, String right) {
        return new Wish(
                order.subject(),
                EmailAddress.parse(right).orElseThrow(),
                null,
                Language.EN,
                order.id().value().toString(),
                "asked");
    }

    /** A buyer whom we know by the right address finds the order on their own page. */
    @Test
    void joinsThemWithWhoIsKnownByTheRightAddress() {
        Order known = samples.paid(Language.EN);
        Order mistyped = samples.paid(Language.EN);
        String right = email(known);

        correct(Language.EN, mistyped, right);

        assertThat(email(mistyped)).isEqualTo(right);
        assertThat(Await.value(supporters.known(EmailAddress.parse(right).orElseThrow())).selves())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', asked",
        "nobody, asked",
        "right@example.org, ''",
        "right@example.org, curious"
    })
    void asksForAnAddressAndAReason(String email, String reason) {
        Order order = samples.paid(Language.EN);

        Guest.Answer answer =
                new Guest(port)
                        .atDesk()
                        .at(form(Language.EN, order))
                        .post(form(Language.EN, order), "email", email, "reason", reason);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html()).contains("value=\"" + email + "\"");
    }

    private Guest.Answer correct(Language language, Order order, String email) {
        Guest staff = new Guest(port).atDesk().at(form(language, order));
        return staff.follow(staff.post(form(language, order), "email", email, "reason", "asked"));
    }

    private Guest.Answer attempt(Language language, Order order) {
        return new Guest(port)
                .atDesk()
                .at(path(language, order))
                .postUnasked(form(language, order), "email", address(), "reason", "asked");
    }

    private static String address() {
        return "right-" + UUID.randomUUID() + "@example.org";
    }

    private static String path(Language language, Order order) {
        return "/" + language.tag() + "/desk/orders/" + order.reference();
    }

    private static String form(Language language, Order order) {
        return path(language, order) + "/address";
    }

    private String email(Order order) {
        return Await.value(supporters.recipient(order.subject())).email().value();
    }

    private long told() {
        return number(
                "select count(*) from mail.letter where kind = 'address-corrected' and state = 'sent'");
    }

    private long acts(String letter) {
        return number(
                "select count(*) from audit.entry where action = 'letter.sent-again' and subject = '"
                        + letter
                        + "'");
    }

    private String letter(Order order) {
        return one(
                "select id::text from mail.letter where kind = 'order-paid' and reference = '"
                        + order.id().value()
                        + "'");
    }

    private String state(Order order) {
        return one("select state from mail.letter where id = '" + letter(order) + "'");
    }

    /** Its owner proved the address so many minutes after the mail about it was written. */
    private void prove(Order order, int minutes) {
        run(
                "update supporters.supporter set proved_at = (select queued_at + "
                        + minutes
                        + " * interval '1 minute' from mail.letter where id = '"
                        + letter(order)
                        + "') where subject_id = '"
                        + order.subject().value()
                        + "'");
    }

    private void bounce(Order order) {
        run("update mail.letter set state = 'undeliverable' where id = '" + letter(order) + "'");
    }

    /** Time goes by. */
    private void rest(Order order) {
        run(
                "update mail.letter set closed_at = closed_at - interval '11 minutes' where id = '"
                        + letter(order)
                        + "'");
    }

    private long number(String sql) {
        return Await.value(database.sql(sql).mapValue(Long.class).one());
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
