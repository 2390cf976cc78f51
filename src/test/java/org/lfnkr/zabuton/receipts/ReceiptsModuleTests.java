package org.lfnkr.zabuton.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.giving.givers.MemberGift;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.LetterContent;
import org.lfnkr.zabuton.outbox.Outbox;
import org.lfnkr.zabuton.outbox.OutboxEvent;
import org.lfnkr.zabuton.outbox.OutboxHandler;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.payments.DisputeClosed;
import org.lfnkr.zabuton.payments.DisputeOpened;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentRefunded;
import org.lfnkr.zabuton.payments.RefundFailed;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.vault.Vault;
import org.lfnkr.zabuton.web.Templates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

@ModuleTest
class ReceiptsModuleTests {

    private static final Addressee SOMEBODY = new Addressee("受取 花子", false, "東京都 1-2-3");

    /** The last moment of 2025 in Tokyo, and the first of 2026. */
    private static final Instant LAST_OF_2025 = Instant.parse("2025-12-31T14:59:59Z");

    private static final Instant FIRST_OF_2026 = Instant.parse("2025-12-31T15:00:00Z");

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    @Autowired Receipts receipts;
    @Autowired Printing printing;
    @Autowired WorkQueue queue;
    @Autowired Statements statements;
    @Autowired ReceiptStore store;
    @Autowired Supporters supporters;
    @Autowired VoidLetter letters;
    @Autowired Templates templates;
    @Autowired Vault vault;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    @Autowired Outbox outbox;
    @Autowired List<OutboxHandler<?>> handlers;

    private Member member;

    @BeforeEach
    void meet() {
        member = somebody();
    }

    private Member somebody() {
        return somebody("Giver");
    }

    private Member somebody(String name) {
        EmailAddress email = new EmailAddress("giver-" + UUID.randomUUID() + "@example.org");
        var supporter = Await.value(supporters.recognise(email, name, Language.EN));
        return new Member(supporter.id(), supporter.subject());
    }

    @Test
    void numbersHaveNoGap() {
        int first = number(single(gift(3_000, FIRST_OF_2026)));
        int second = number(single(gift(3_000, FIRST_OF_2026)));

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void aGiftStandsOnOneReceiptOnly() {
        PaymentId alone = gift(1_000, LAST_OF_2025);
        gift(2_000, LAST_OF_2025);
        gift(4_000, FIRST_OF_2026);
        single(alone);

        Receipt yearly = find(issue(new ReceiptScope.Year(2025, null)));

        assertThat(yearly.parts().gift().yen()).isEqualTo(2_000);
        assertThat(issue(new ReceiptScope.Year(2025, null)))
                .isEqualTo(new IssueResult.NothingToConfirm());
        assertThat(issue(new ReceiptScope.Single(alone)))
                .isEqualTo(new IssueResult.NothingToConfirm());
    }

    @Test
    void twoWishesAtOnceMakeOneReceipt() {
        ReceiptScope scope = new ReceiptScope.Single(gift(3_000, FIRST_OF_2026));

        List<IssueResult> results =
                Await.value(
                        Flux.range(0, 5)
                                .flatMap(i -> receipts.issue(member, scope, SOMEBODY, Language.JA))
                                .collectList());

        assertThat(results).hasSize(5);
        assertThat(results.stream().filter(IssueResult.Issued.class::isInstance)).hasSize(1);
    }

    @Test
    void theDocumentIsKeptAsItWasIssued() throws IOException {
        Receipt receipt = single(gift(3_000, FIRST_OF_2026));
        byte[] document = Await.value(receipts.document(member, receipt.id()));

        assertThat(sha256(receipt)).isEqualTo(kept(receipt));
        assertThat(text(document))
                .contains("受取 花子 様", "¥3,112", "¥3,000", "¥112", receipt.number(), "令和8年1月1日")
                .contains("寄附金控除にはお使いになれません");
    }

    /** Nobody waits for a number while the document of another is made. */
    @Test
    void aReceiptHasItsNumberBeforeItIsPrinted() {
        Receipt receipt = single(gift(3_000, FIRST_OF_2026));
        assertThat(isPrinted(receipt)).isFalse();

        Await.done(queue.drain(printing));
        assertThat(isPrinted(receipt)).isTrue();
        assertThat(sha256(receipt)).isEqualTo(kept(receipt));
    }

    @Test
    void whoAsksWhileItIsPrintedGetsTheOneThatIsKept() {
        Receipt receipt = single(gift(3_000, FIRST_OF_2026));

        List<byte[]> read =
                Await.value(
                        Flux.range(0, 3)
                                .flatMap(reader -> receipts.document(member, receipt.id()))
                                .collectList());
        Await.done(queue.drain(printing));

        assertThat(read)
                .hasSize(3)
                .allSatisfy(pdf -> assertThat(digest(pdf)).isEqualTo(kept(receipt)));
    }

    private boolean isPrinted(Receipt receipt) {
        return Await.value(
                database.sql("select sha256 is not null from receipts.receipt where id = :id")
                        .bind("id", receipt.id().value())
                        .mapValue(Boolean.class)
                        .one());
    }

    @Test
    void issuingAnewVoidsTheOldOne() throws IOException {
        Receipt old = single(gift(3_000, FIRST_OF_2026));

        Receipt anew =
                find(
                        Await.value(
                                receipts.reissue(
                                        member,
                                        old.id(),
                                        new Addressee("別名 次郎", false, ""),
                                        Language.JA)));

        assertThat(Await.value(receipts.find(member, old.id())).voidFor())
                .isEqualTo(VoidReason.REISSUED);
        assertThat(anew.replaces()).isEqualTo(old.id());
        assertThat(text(Await.value(receipts.document(member, anew.id()))))
                .contains("別名 次郎 様", old.number());
        assertThat(receipts.reissue(member, old.id(), SOMEBODY, Language.JA).blockOptional())
                .isEmpty();
    }

    @Test
    void aReceiptThatNoLongerHoldsSaysSoAndWhichTakesItsPlace() throws IOException {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt first = single(payment);
        byte[] asIssued = Await.value(receipts.document(member, first.id()));
        assertThat(text(asIssued)).doesNotContain("無効");

        giftsHear(refunded(payment, 1_112));
        receiptsHear();
        assertThat(document(first)).contains("無効", "代わりの領収書はありません", first.number());

        Receipt second = single(payment);
        assertThat(document(first)).contains("無効", "代わりの領収書：" + second.number());
        assertThat(document(second)).contains(first.number()).doesNotContain("無効");
        assertThat(sha256(second)).isEqualTo(kept(second));

        Receipt third =
                find(Await.value(receipts.reissue(member, second.id(), SOMEBODY, Language.JA)));
        assertThat(document(first)).contains("代わりの領収書：" + third.number());
        assertThat(document(second)).contains("代わりの領収書：" + third.number());
    }

    @Test
    void theGiverIsToldThatAReceiptNoLongerHolds() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt first = single(payment);
        giftsHear(refunded(payment, 1_112));
        receiptsHear();
        assertThat(letter(first).template()).isEqualTo("receipts/mail/receipt-void");
        assertThat(text(letter(first))).contains(first.number(), "返金", "まだありません");

        Receipt second = single(payment);
        Receipt third =
                find(Await.value(receipts.reissue(member, second.id(), SOMEBODY, Language.JA)));

        assertThat(text(letter(second)))
                .contains("代わりの領収書は " + third.number())
                .doesNotContain("返金");
        assertThat(queued())
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
    }

    private List<String> queued() {
        return Await.value(
                database.sql(
                                """
                                select reference from mail.letter
                                 where kind = 'receipt-void' and reference in
                                       (select cast(id as text) from receipts.receipt where supporter = :member)
                                """)
                        .bind("member", member.id().value())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private LetterContent letter(Receipt receipt) {
        return Await.value(letters.compose(VoidLetter.about(receipt)));
    }

    private String text(LetterContent letter) {
        Map<String, Object> model = new HashMap<>(letter.model());
        model.put("subject", "subject");
        assertThat(templates.render(letter.template(), Language.JA, model))
                .contains("無効")
                .doesNotContain("??", "th:text");
        return templates.render(letter.template() + ".txt", Language.JA, model);
    }

    @Test
    void eachNamedGiverHasAReceiptOfTheirOwn() throws IOException {
        gift(1_000, LAST_OF_2025);
        PaymentId ofGroup = named(gift(2_000, LAST_OF_2025), "giving.words", GROUP);
        PaymentId ofOther = named(gift(4_000, LAST_OF_2025), "giving.giver", "別の人");
        member = merged(somebody("Second"));
        gift(8_000, LAST_OF_2025);
        PaymentId ofSecond = gift(16_000, LAST_OF_2025);

        assertThat(givers())
                .containsExactlyInAnyOrder(
                        new Giver("Giver", false),
                        new Giver("三年二組", true),
                        new Giver("別の人", false),
                        new Giver("Second", false));
        assertThat(yearOf(ofGroup)).isEqualTo(2_000);
        assertThat(yearOf(ofOther)).isEqualTo(4_000);
        assertThat(yearOf(ofSecond)).isEqualTo(24_000);
        assertThat(yearOf(null)).isEqualTo(1_000);
        assertThat(issue(new ReceiptScope.Year(2025, null)))
                .isEqualTo(new IssueResult.NothingToConfirm());
    }

    private static final String GROUP =
            "{\"honouree\":\"\",\"message\":\"\",\"organisation\":\"三年二組\",\"alias\":\"\"}";

    private PaymentId named(PaymentId payment, String place, String text) {
        Await.done(vault.seal(member.subject(), place + "/" + payment.value(), text));
        return payment;
    }

    /** New gifts come under the one who is merged. */
    private Member merged(Member other) {
        return new Member(
                other.id(), other.subject(), List.of(new Supporter(member.id(), member.subject())));
    }

    private List<Giver> givers() {
        return Await.value(
                receipts.unconfirmed(member).map(MemberGift::giver).distinct().collectList());
    }

    private long yearOf(@Nullable PaymentId like) {
        return find(issue(new ReceiptScope.Year(2025, like))).parts().gift().yen();
    }

    @Test
    void aGroupIsAddressedAsAGroup() throws IOException {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Addressee group = new Addressee("株式会社 見本", true, "");

        Receipt receipt =
                find(
                        Await.value(
                                receipts.issue(
                                        member,
                                        new ReceiptScope.Single(payment),
                                        group,
                                        Language.JA)));

        assertThat(document(receipt)).contains("株式会社 見本 御中").doesNotContain("様");
        assertThat(Await.value(receipts.addressee(receipt))).isEqualTo(group);
    }

    private String document(Receipt receipt) throws IOException {
        return text(Await.value(receipts.document(member, receipt.id())));
    }

    private byte[] sha256(Receipt receipt) {
        return digest(Await.value(receipts.document(member, receipt.id())));
    }

    private static byte[] digest(byte[] pdf) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(pdf);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] kept(Receipt receipt) {
        return Await.value(
                database.sql("select sha256 from receipts.receipt where id = :id")
                        .bind("id", receipt.id().value())
                        .mapValue(byte[].class)
                        .one());
    }

    @Test
    void aReceiptWhoseMoneyGoesBackIsVoidAndTheRestMayBeConfirmed() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt receipt = single(payment);

        giftsHear(refunded(payment, 1_112));
        receiptsHear();

        assertThat(Await.value(receipts.find(member, receipt.id())).voidFor())
                .isEqualTo(VoidReason.MONEY_WENT_BACK);
        assertThat(single(payment).parts().total().yen()).isEqualTo(2_000);
    }

    @Test
    void noReceiptMadeAnewRightAfterARefundHoldsForTheOldSum() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt receipt = single(payment);
        PaymentRefunded refunded = refunded(payment, 1_112);

        hear("receipts", refunded);
        makeAnew(payment, receipt);
        giftsHear(refunded);
        receiptsHear();

        assertThat(held()).allMatch(held -> held.parts().total().yen() == 2_000);
    }

    @Test
    void aReceiptMadeOfTheNewSumBeforeTheCorrectionIsHeardHolds() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt old = single(payment);

        giftsHear(refunded(payment, 1_112));
        makeAnew(payment, old);
        receiptsHear();

        assertThat(held())
                .singleElement()
                .matches(held -> held.parts().total().yen() == 2_000)
                .matches(held -> old.id().equals(held.replaces()));
    }

    @Test
    void aReceiptWaitsForACorrectionThatIsUnderWay() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        AtomicReference<CompletableFuture<@Nullable IssueResult>> asked = new AtomicReference<>();
        Runnable ask =
                () ->
                        asked.set(
                                receipts.issue(
                                                member,
                                                new ReceiptScope.Single(payment),
                                                SOMEBODY,
                                                Language.JA)
                                        .toFuture());

        Await.done(
                lower(payment)
                        .then(Mono.fromRunnable(ask))
                        .then(somebodyWaits())
                        .as(transaction::transactional));

        Receipt receipt = find(Objects.requireNonNull(asked.get().join()));
        assertThat(receipt.parts().total().yen()).isEqualTo(2_000);
    }

    private Mono<Void> lower(PaymentId payment) {
        return database.sql(
                        "update giving.charge set refunded = 1112, corrections = 1"
                                + " where payment = :payment")
                .bind("payment", payment.value())
                .then();
    }

    /** Until another transaction of this database can't go on. */
    private Mono<Boolean> somebodyWaits() {
        return database.sql("select exists (select from pg_locks where not granted)")
                .mapValue(Boolean.class)
                .one()
                .filter(waits -> waits)
                .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(20)));
    }

    /**
     * Two refunds of which one fails, and a dispute that is won; the member acts at any time. What
     * did not reach the giver is still theirs, and no gift.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void wheneverItIsMadeAnewItSaysInTheEndWhatIsKept(int moment) {
        for (boolean late : List.of(false, true)) {
            PaymentId payment = gift(3_000, FIRST_OF_2026);
            Receipt receipt = single(payment);
            PaymentRefunded second = refunded(payment, 500);
            List<OutboxEvent> course =
                    List.of(
                            refunded(payment, 1_112),
                            second,
                            failed(second),
                            new DisputeOpened(payment, purpose(payment), "dp_1", 3_112, NOW),
                            new DisputeClosed(payment, purpose(payment), "dp_1", true, NOW));
            for (int step = 0; step <= course.size(); step++) {
                if (step == moment) {
                    makeAnew(payment, receipt);
                }
                course.stream().skip(step).limit(1).forEach(this::giftsHear);
                if (!late) {
                    receiptsHear();
                }
            }
            receiptsHear();

            assertThat(held(payment)).allMatch(held -> held.parts().total().yen() == 1_500);
            issue(new ReceiptScope.Single(payment));
            assertThat(held(payment))
                    .singleElement()
                    .matches(held -> held.parts().total().yen() == 1_500);
        }
    }

    @Test
    void aGiftThatABankArguesAboutOrTookBackStandsOnNoReceipt() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        single(payment);

        giftsHear(new DisputeOpened(payment, purpose(payment), "dp_1", 3_112, NOW));
        receiptsHear();
        assertThat(held()).isEmpty();
        assertThat(issue(new ReceiptScope.Single(payment)))
                .isEqualTo(new IssueResult.NothingToConfirm());

        giftsHear(new DisputeClosed(payment, purpose(payment), "dp_1", false, NOW));
        receiptsHear();
        assertThat(issue(new ReceiptScope.Single(payment)))
                .isEqualTo(new IssueResult.NothingToConfirm());
    }

    /** The bank asks, and the receipt is not void yet. */
    @Test
    void noReceiptIsVoidedForOneThatCannotBeMade() {
        PaymentId payment = gift(3_000, FIRST_OF_2026);
        Receipt receipt = single(payment);

        giftsHear(new DisputeOpened(payment, purpose(payment), "dp_1", 3_112, NOW));

        assertThat(Await.value(receipts.reissue(member, receipt.id(), SOMEBODY, Language.JA)))
                .isEqualTo(new IssueResult.NothingToConfirm());
        assertThat(Await.value(receipts.find(member, receipt.id())).holds()).isTrue();
        assertThat(queued()).isEmpty();
        receiptsHear();
        assertThat(Await.value(receipts.find(member, receipt.id())).voidFor())
                .isEqualTo(VoidReason.MONEY_WENT_BACK);
    }

    /** However many gifts: the issuer on the first page, and never a total or a note by itself. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 15, 16, 17, 18, 19, 20, 21, 24, 25, 60})
    void theIssuerStandsOnTheFirstPageAndTheTotalNeverAlone(int gifts) throws IOException {
        IntStream.range(0, gifts).forEach(i -> gift(3_000, LAST_OF_2025));
        Receipt receipt = find(issue(new ReceiptScope.Year(2025, null)));

        for (byte[] pdf :
                List.of(
                        Await.value(receipts.document(member, receipt.id())),
                        Await.value(statements.of(member, 2025, Language.JA)))) {
            List<String> pages = pages(pdf);
            assertThat(pages.getFirst()).contains("北朝鮮難民救援基金");
            assertThat(pages.getLast()).containsPattern("(?s)¥3,000.*合計");
            assertThat(pages).hasSizeLessThanOrEqualTo(1 + gifts / 13);
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    @Test
    void nobodyElseSeesIt() {
        Receipt receipt = single(gift(3_000, FIRST_OF_2026));
        Member other = somebody();

        assertThat(receipts.find(other, receipt.id()).blockOptional()).isEmpty();
        assertThat(receipts.document(other, receipt.id()).blockOptional()).isEmpty();
        assertThat(receipts.reissue(other, receipt.id(), SOMEBODY, Language.JA).blockOptional())
                .isEmpty();
    }

    @Test
    void itIsKeptForFiveYearsAndNoLonger() {
        Receipt receipt = single(gift(3_000, FIRST_OF_2026));
        LocalDate last = receipt.keptUntil();

        assertThat(destroyedOn(last)).doesNotContain(receipt.subject().value());
        assertThat(destroyedOn(last.plusDays(1))).contains(receipt.subject().value());
    }

    @Test
    void aStatementTellsTheYearInTheReadersCalendar() throws IOException {
        gift(3_000, LAST_OF_2025);

        assertThat(text(Await.value(statements.of(member, 2025, Language.JA))))
                .contains("令和7年のご寄付", "¥3,000", "領収書ではありません");
        assertThat(statements.of(member, 2026, Language.JA).blockOptional()).isEmpty();
    }

    /** What gifts do of it, before anybody else hears of anything. */
    private void giftsHear(OutboxEvent event) {
        hear("giving", event);
    }

    private void hear(String module, OutboxEvent event) {
        handlers.stream()
                .filter(handler -> handler.name().startsWith(module + "."))
                .filter(handler -> handler.event().isInstance(event))
                .forEach(handler -> Await.done(handle(handler, event)));
    }

    private <E extends OutboxEvent> Mono<Void> handle(OutboxHandler<E> handler, OutboxEvent event) {
        return handler.handle(handler.event().cast(event)).as(transaction::transactional);
    }

    private void receiptsHear() {
        Await.done(outbox.drain());
    }

    /** As the page does it: one that holds is made anew, and else one is made. */
    private void makeAnew(PaymentId payment, Receipt receipt) {
        receipts.reissue(member, receipt.id(), SOMEBODY, Language.JA).block();
        issue(new ReceiptScope.Single(payment));
    }

    private List<Receipt> held() {
        return Await.value(receipts.of(member).filter(Receipt::holds).collectList());
    }

    private List<Receipt> held(PaymentId payment) {
        return Await.value(
                receipts.of(member)
                        .filter(Receipt::holds)
                        .filterWhen(held -> store.payments(held.id()).any(payment::equals))
                        .collectList());
    }

    private static PaymentRefunded refunded(PaymentId payment, long yen) {
        RefundId refund = RefundId.random();
        return new PaymentRefunded(payment, purpose(payment), refund, yen, "txn_1", NOW);
    }

    private static RefundFailed failed(PaymentRefunded it) {
        return new RefundFailed(
                it.paymentId(), it.purpose(), it.refundId(), it.amount(), true, NOW);
    }

    /** A pledge of these tests has the id of its payment. */
    private static String purpose(PaymentId payment) {
        return "gift:" + payment.value();
    }

    private List<UUID> destroyedOn(LocalDate today) {
        return Await.value(
                store.destroyOver(today, 1_000).map(subject -> subject.value()).collectList());
    }

    private Receipt single(PaymentId payment) {
        return find(issue(new ReceiptScope.Single(payment)));
    }

    private IssueResult issue(ReceiptScope scope) {
        return Await.value(receipts.issue(member, scope, SOMEBODY, Language.JA));
    }

    private Receipt find(IssueResult result) {
        assertThat(result).isInstanceOf(IssueResult.Issued.class);
        return Await.value(receipts.find(member, ((IssueResult.Issued) result).id()));
    }

    private static int number(Receipt receipt) {
        return Integer.parseInt(receipt.number().substring("R2026-".length()));
    }

    /** A gift that arrived, with ¥112 on top for the fee. */
    private PaymentId gift(long yen, Instant at) {
        UUID payment = UUID.randomUUID();
        Await.done(
                database.sql(
                                """
                                with pledge as (
                                    insert into giving.pledge (id, reference, attempt, fingerprint, language,
                                        supporter, subject, frequency, fund, gift, cover, terms, with_words,
                                        status, payment, made_at)
                                    values (:payment, cast(:payment as text), :payment, 'test', 'en', :supporter,
                                        :subject, 'ONCE', 'FOSTER_CHILDREN', :yen, 112, 'test', false, 'GIVEN',
                                        :payment, :at)
                                    returning id)
                                insert into giving.charge (payment, pledge, gift, cover, fee, method, charged_at)
                                select :payment, id, :yen, 112, 112, 'card', :at from pledge
                                """)
                        .bind("payment", payment)
                        .bind("supporter", member.id().value())
                        .bind("subject", member.subject().value())
                        .bind("yen", yen)
                        .bind("at", at)
                        .then());
        return new PaymentId(payment);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(Objects.requireNonNull(pdf))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
