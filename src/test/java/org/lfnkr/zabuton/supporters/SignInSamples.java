package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Supporters who are signed in, for tests that need one. */
@TestComponent
public class SignInSamples {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+/links/\\S+)");
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");

    private final Supporters supporters;
    private final Mail mail;
    private final DevMailbox mailbox;
    private final Environment environment;
    private final Sessions sessions;
    private final Proofs proofs;
    private final Tries tries;
    private final Retention retention;

    public SignInSamples(
            Supporters supporters,
            Mail mail,
            DevMailbox mailbox,
            Environment environment,
            Sessions sessions,
            Proofs proofs,
            Tries tries,
            Retention retention) {
        this.supporters = supporters;
        this.mail = mail;
        this.mailbox = mailbox;
        this.environment = environment;
        this.sessions = sessions;
        this.proofs = proofs;
        this.tries = tries;
        this.retention = retention;
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

    /** Signs in by the mailed link, all the way a person goes. */
    public Guest signedIn(EmailAddress email) {
        met(email);
        Guest guest = guest();
        Answer begun = guest.post("/en/sign-in", "email", email.value());
        if (!begun.location().endsWith("/sign-in/code")) {
            throw new AssertionError("No sign-in: " + begun.status());
        }
        guest.get(link(email));
        Answer in = guest.post("/en/sign-in/link");
        if (in.status() != 303) {
            throw new AssertionError("Not signed in: " + in.status());
        }
        return guest;
    }

    /** Forgets all that is over by now. */
    public void sweep() {
        Await.done(sessions.sweep());
        Await.done(proofs.sweep());
        Await.done(tries.sweep());
        Await.done(retention.sweep());
    }

    /** The latest mail to an address, after all that is due was sent. */
    public ReceivedMail letter(EmailAddress email) {
        Await.done(mail.sendDue());
        return mailbox.to(email.value()).getLast();
    }

    /** The path of the link in the latest mail. */
    public String link(EmailAddress email) {
        return found(LINK, letter(email).text());
    }

    /** The code in the latest mail. */
    public String code(EmailAddress email) {
        return found(CODE, letter(email).text());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("Not in the mail");
        }
        return matcher.group(1);
    }
}
