package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import java.util.UUID;
import java.util.regex.Pattern;

@Import(SignInSamples.class)
class ThanksJourneys extends BrowserJourney {

    @Autowired SignInSamples samples;
    @Autowired ApplicationContext application;

    @ParameterizedTest
    @MethodSource("setups")
    void staffReadANameItIsThankedAndTakenBack(Setup setup) {
        String name = "𠮷野 髙﨑" + UUID.randomUUID().toString().repeat(2);
        EmailAddress email = newAddress();
        gives(email, name);
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            visitor.goes("/desk/development");
            visitor.goes("/desk/thanks");
            while (page.locator("li:has-text('" + name + "')").count() == 0) {
                page.click("section[aria-labelledby=waiting] > p > a");
            }
            page.click("li:has-text('" + name + "') button[value=APPROVED]");
            page.waitForLoadState();
            visitor.looks();
            assertThat(visitor.goes("/thanks").page().textContent("main")).contains(name);

            goesIn(visitor, email);
            visitor.goes("/me/giving");
            page.click("li:has-text('" + name + "') a");
            page.waitForURL(Pattern.compile("/me/thanks/"));
            visitor.looks();
            page.click("form[action$='/withdrawals'] button");
            page.waitForURL(Pattern.compile("/me/giving$"));
            visitor.looks();
            assertThat(visitor.goes("/thanks").page().textContent("main")).doesNotContain(name);
        }
    }

    private void goesIn(Visitor visitor, EmailAddress email) {
        Page page = visitor.goes("/me").page();
        page.fill("#email", email.value());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/sign-in/code$"));
        page.fill("#code", samples.code(email));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/me$"));
    }

    private void gives(EmailAddress email, String name) {
        Dedication words = new Dedication("", "", "", name);
        new GiftSamples(application)
                .given(GiftSamples.wish(email, "Name", Frequency.ONCE, words, Language.EN));
    }
}
