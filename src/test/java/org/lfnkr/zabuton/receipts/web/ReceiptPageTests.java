package org.lfnkr.zabuton.receipts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.util.Objects;

/** From a gift to the paper that confirms it, by what the pages offer. */
@ModuleTest
@Import(SignInSamples.class)
class ReceiptPageTests {

    @Autowired SignInSamples samples;
    @Autowired ApplicationContext application;

    private final EmailAddress email = newAddress();

    @Test
    void theFormProposesTheGroupThatWasNamedWithTheGift() throws IOException {
        gift("寄付 花子", "株式会社 見本");
        Guest giver = samples.signedIn(email);

        String form = form(giver);
        assertThat(form)
                .containsPattern("name=\"name\"[^>]* value=\"株式会社 見本\"")
                .containsPattern("name=\"group\"[^>]* checked");
        issue(giver, form, "株式会社 見本", "group", "yes");

        assertThat(paper(giver)).contains("株式会社 見本 御中").doesNotContain("花子", "様");
    }

    /** Two people of one mail address: the second gift's giver is the one who made it. */
    @Test
    void theFormProposesThePersonWhoGaveAndNotTheOneMetFirst() {
        samples.met(email);
        gift("Second Giver", "");
        Guest giver = samples.signedIn(email);

        assertThat(form(giver))
                .containsPattern("name=\"name\"[^>]* value=\"Second Giver\"")
                .doesNotContainPattern("name=\"group\"[^>]* checked");
    }

    @Test
    void theNameOnRecordIsFollowedWhereItIsTheGivers() {
        gift("寄付 花子", "");
        Guest giver = samples.signedIn(email);
        giver.get("/ja/me/data/name");
        giver.post("/ja/me/data/name", "name", "新姓 花子");

        assertThat(form(giver)).containsPattern("name=\"name\"[^>]* value=\"新姓 花子\"");
    }

    @Test
    void aReplacedReceiptIsListedAsVoidWithTheOneThatHolds() throws IOException {
        gift("寄付 花子", "");
        Guest giver = samples.signedIn(email);
        issue(giver, form(giver), "寄付 花子");
        String page = giver.get("/ja/me/receipts").page();
        String first = page.replaceAll("(?s).*?領収書 (R\\d+-\\d+)（PDF）.*", "$1");
        String again = page.replaceAll("(?s).*?href=\"(/ja/me/receipts/[^\"]+/form)\".*", "$1");
        assertThat(giver.get(again).page())
                .containsPattern("name=\"name\"[^>]* value=\"寄付 花子\"")
                .containsPattern("name=\"address\"[^>]* value=\"東京都 1-2-3\"");

        giver.post(again.replace("/form", "/successors"), "name", "寄附 花子", "address", "");

        String second =
                giver.get("/ja/me/receipts")
                        .page()
                        .replaceAll("(?s).*?領収書 (R\\d+-\\d+)（PDF）.*", "$1");
        assertThat(second).isNotEqualTo(first);
        assertThat(giver.get("/ja/me/receipts").page())
                .containsPattern("(?s)" + first + ".*無効.*代わりの領収書：" + second);
        assertThat(samples.letter(email).text()).contains(first, second, "無効");
    }

    /** A bank asks about the gift, and the receipt is not void yet. */
    @Test
    void oneThatCannotBeMadeAnewStaysAndTheFormSaysWhy() {
        Pledge gift = gift("寄付 花子", "");
        Guest giver = samples.signedIn(email);
        issue(giver, form(giver), "寄付 花子");
        String again =
                giver.get("/ja/me/receipts")
                        .page()
                        .replaceAll("(?s).*?href=\"(/ja/me/receipts/[^\"]+/form)\".*", "$1");
        new GiftSamples(application).disputed(gift);

        giver.get(again);
        Guest.Answer refused =
                giver.post(again.replace("/form", "/successors"), "name", "寄附 花子", "address", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains("何も変更していません")
                .containsPattern("name=\"name\"[^>]* value=\"寄附 花子\"");
        assertThat(giver.get("/ja/me/receipts").page()).doesNotContain("無効");
    }

    private static String form(Guest giver) {
        String scope =
                giver.get("/ja/me/receipts").page().replaceAll("(?s).*?scope=([^\"]+)\".*", "$1");
        return giver.get("/ja/me/receipts/form?scope=" + scope).page();
    }

    private static void issue(Guest giver, String form, String name, String... more) {
        String scope = form.replaceAll("(?s).*?name=\"scope\" value=\"([^\"]+)\".*", "$1");
        String[] answers = {"scope", scope, "name", name, "address", "東京都 1-2-3"};
        String[] all = java.util.Arrays.copyOf(answers, answers.length + more.length);
        System.arraycopy(more, 0, all, answers.length, more.length);
        assertThat(giver.post("/ja/me/receipts", all).location()).contains("#receipt-");
    }

    private static String paper(Guest giver) throws IOException {
        String path =
                giver.get("/ja/me/receipts")
                        .page()
                        .replaceAll("(?s).*?href=\"(/ja/me/receipts/[^\"]+\\.pdf)\".*", "$1");
        byte[] pdf = Objects.requireNonNull(giver.get(path).result().getResponseBody());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Pledge gift(String name, String group) {
        Dedication words = new Dedication("", "", group, "");
        return new GiftSamples(application)
                .given(GiftSamples.wish(email, name, Frequency.ONCE, words, Language.JA));
    }
}
