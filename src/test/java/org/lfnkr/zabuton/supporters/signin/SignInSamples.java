package org.lfnkr.zabuton.supporters.signin;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.supporters.Supporter;
import org.lfnkr.zabuton.supporters.Supporters;
import org.lfnkr.zabuton.supporters.addresses.Mergers;
import org.lfnkr.zabuton.supporters.owndata.Forgetting;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Supporters who are signed in, for tests that need one. */
@TestComponent
public class SignInSamples {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+/links/\\S+)");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");

    /** The cookie that holds a session. */
    public static final String SESSION = "__Host-member";

    private final Supporters supporters;
    private final Mail mail;
    private final DevMailbox mailbox;
    private final Environment environment;
    private final Sessions sessions;
    private final Mergers mergers;
    private final Forgetting forgetting;
    private final TransactionalOperator transaction;

    public SignInSamples(
            Supporters supporters,
            Mail mail,
            DevMailbox mailbox,
            Environment environment,
            Sessions sessions,
            Mergers mergers,
            Forgetting forgetting,
            TransactionalOperator transaction) {
        this.supporters = supporters;
        this.mail = mail;
        this.mailbox = mailbox;
        this.environment = environment;
        this.sessions = sessions;
        this.mergers = mergers;
        this.forgetting = forgetting;
        this.transaction = transaction;
    }

    public static EmailAddress newAddress() {
        return new EmailAddress("member-" + UUID.randomUUID() + "@example.org");
    }

    public Supporter met(EmailAddress email) {
        return Await.value(supporters.recognise(email, "Name", Language.EN));
    }

    /** Somebody at a browser of their own, who isn't signed in. */
    public Guest guest() {
        return new Guest(environment.getRequiredProperty("server.port", Integer.class));
    }

    /** Somebody who signed in just now. */
    public Guest signedIn(EmailAddress email) {
        Supporter supporter = met(email);
        MockServerWebExchange exchange =
                MockServerWebExchange.from(
                        MockServerHttpRequest.get("/").header("User-Agent", "Firefox on Linux"));
        Await.done(sessions.begin(exchange, supporter.id()));
        Guest guest = guest();
        guest.plant(
                SESSION,
                Objects.requireNonNull(exchange.getResponse().getCookies().getFirst(SESSION))
                        .getValue());
        return guest;
    }

    /** Ends every session of a supporter. */
    public void revoke(EmailAddress email) {
        Await.done(sessions.endAll(met(email).id()));
    }

    /** Brings another address together with a supporter's; the path by which to undo that. */
    public String joinedWithAnother(EmailAddress email) {
        UUID merger =
                Await.value(
                        mergers.merge(met(newAddress()).id(), met(email).id())
                                .as(transaction::transactional));
        return "/en/me/data/addresses/" + merger + "/separations";
    }

    /** Forgets all that is over by now. */
    public void sweep() {
        Await.done(forgetting.sweep());
    }

    /** Sends what is due. */
    public void letters() {
        Await.done(mail.sendDue());
    }

    /** The latest mail to an address, after all that is due was sent. */
    public ReceivedMail letter(EmailAddress email) {
        letters();
        return mailbox.to(email.value()).getLast();
    }

    /** The path of the link in the latest mail that has one. */
    public String link(EmailAddress email) {
        return found(LINK, email);
    }

    /** The code in the latest mail that has one; mails about gifts may come after it. */
    public String code(EmailAddress email) {
        return found(CODE, email);
    }

    private String found(Pattern pattern, EmailAddress email) {
        letters();
        return mailbox.to(email.value()).reversed().stream()
                .map(mail -> pattern.matcher(mail.text()))
                .filter(Matcher::find)
                .map(SignInSamples::said)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in a mail"));
    }

    private static String said(Matcher matcher) {
        return matcher.group(1);
    }
}
