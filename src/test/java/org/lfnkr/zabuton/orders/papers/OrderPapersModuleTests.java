package org.lfnkr.zabuton.orders.papers;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.papers.Papers;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.Templates;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ModuleTest
class OrderPapersModuleTests {

    private static final List<String> KINDS =
            List.of(
                    "received",
                    "paid",
                    "cancelled",
                    "refunded",
                    "held",
                    "disputed",
                    "dispute-won",
                    "charged-back");

    @Autowired Papers papers;
    @Autowired Templates templates;
    @Autowired Messages messages;

    @Test
    void theJapaneseReceiptCarriesWhatTheLawWants() throws IOException {
        assertThat(receipt("𠮷野 髙﨑", Language.JA))
                .contains("領収書", "𠮷野 髙﨑　様", "¥5,164", "7K3M9-QXT4B")
                .contains("令和8年11月22日", "クレジットカード利用")
                .contains("かのこ編み座布団（藍）", "Tea ※", "※は軽減税率（8%）の対象です。")
                .contains("10%対象（税込） ¥3,800 うち消費税¥345")
                .contains("8%対象（税込） ¥864 うち消費税¥64")
                .contains("ご寄付 不課税 ¥480", "決済手数料分 不課税 ¥20")
                .contains("ご寄付と決済手数料分は、消費税の対象外")
                .contains("不課税 ¥500", "受領証明書ではありません", "北朝鮮難民救援基金");
    }

    @Test
    void theEnglishReceiptSaysTheSame() throws IOException {
        assertThat(receipt("A Name", Language.EN))
                .contains("Receipt", "A Name", "¥5,164", "22 November 2026", "Card")
                .contains("Total at 10 % ¥3,800 of which consumption tax ¥345")
                .contains("Total at 8 % ¥864 of which consumption tax ¥64")
                .contains("Gift not taxed ¥480", "For the payment fee not taxed ¥20")
                .contains("what was given for the payment fee on it, are outside")
                .contains("Outside consumption tax ¥500");
    }

    @Test
    void isNoQualifiedInvoiceWithoutARegistrationNumber() throws IOException {
        assertThat(receipt("名", Language.JA)).doesNotContain("適格請求書", "登録番号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"名", "A", "ｱｲｳ ｶﾞ", "<b>&amp;"})
    void everyNameSurvivesToTheReceipt(String name) throws IOException {
        assertThat(receipt(name, Language.JA)).contains(name + "　様");
    }

    @Test
    void aNameOfAHundredCharactersSurvivesToTheReceipt() throws IOException {
        String name = "𠮷".repeat(100);

        assertThat(receipt(name, Language.JA).replaceAll("\\s", "")).contains(name + "　様");
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterSaysTheSameInTextAndHtml(Language language) {
        for (String kind : KINDS) {
            String html = letter(kind, "", language, sample());
            String text = letter(kind, ".txt", language, sample());
            String title = messages.text("orders.mail." + kind + ".title", language);
            String cover = messages.text("orders.gift.cover", language);

            assertThat(List.of(html, text))
                    .as(kind)
                    .allSatisfy(
                            mail ->
                                    assertThat(mail)
                                            .contains(title, "7K3M9-QXT4B", "¥5,164", "Tea")
                                            .contains("¥480", "¥20", cover)
                                            .contains("/ja/orders/7K3M9-QXT4B/key")
                                            .doesNotContain("??", "[(", "th:text", "th:if"));
            assertThat(text).contains("<𠮷野>").doesNotContain("&lt;", "&amp;");
            assertThat(html).contains("&lt;𠮷野&gt;");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSubjectGivesAwayAnAmountOrACause(Language language) {
        for (String kind : KINDS) {
            String subject =
                    messages.text("orders.mail." + kind + ".subject", language, "7K3M9-QXT4B");

            assertThat(subject).contains("7K3M9-QXT4B").doesNotContain("¥", "円", "rice", "寄付");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReceivedLetterExplainsHowToPayAtTheStore(Language language) {
        OrderLetterModel waiting =
                PaperSamples.letter("名", Money.ZERO, false, PaperSamples.konbini());

        assertThat(letter("received", ".txt", language, waiting))
                .contains("http://localhost:12111/voucher", "23:59", "¥5,164");
        assertThat(letter("received", "", language, waiting))
                .contains("href=\"http://localhost:12111/voucher\"", "23:59");
    }

    @Test
    void theRefundLetterTellsAPartFromTheWhole() {
        assertThat(letter("refunded", ".txt", Language.EN, refunded(1000, false)))
                .contains("refunded ¥1,000 of ¥5,164")
                .doesNotContain("last piece");
        assertThat(letter("refunded", ".txt", Language.EN, refunded(5164, true)))
                .contains("all of the payment: ¥5,164", "last piece");
    }

    private static OrderLetterModel sample() {
        return PaperSamples.letter("<𠮷野>", Money.ZERO, false, null);
    }

    private static OrderLetterModel refunded(long yen, boolean soldOut) {
        return PaperSamples.letter("名", Money.yen(yen), soldOut, null);
    }

    private String letter(String kind, String ending, Language language, OrderLetterModel model) {
        Map<String, Object> all = new HashMap<>(model.asModel());
        all.put("subject", "subject");
        return templates.render("orders/mail/order-" + kind + ending, language, all);
    }

    @Test
    void theReceiptSaysWhatWentBackAndWhatRemains() throws IOException {
        ReceiptAddressee company = new ReceiptAddressee("株式会社 見本", true);

        assertThat(receipt(PaperSamples.receipt(company, Money.yen(1600)), Language.JA))
                .contains("株式会社 見本　御中", "うち返金済み ¥1,600", "差引領収額 ¥3,564")
                .contains("¥5,164 のうち ¥1,600 を返金し、差引 ¥3,564", "返金前の販売時");
        assertThat(receipt(PaperSamples.receipt(company, Money.yen(5164)), Language.EN))
                .contains("Of ¥5,164 received, ¥5,164 went back; ¥0 remains.");
        assertThat(receipt("名", Language.JA)).doesNotContain("差引", "返金");
    }

    private String receipt(String recipient, Language language) throws IOException {
        return receipt(PaperSamples.receipt(recipient), language);
    }

    private String receipt(ReceiptModel model, Language language) throws IOException {
        byte[] pdf = Await.value(papers.pdf(ReceiptModel.TEMPLATE, model.asModel(), language));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
