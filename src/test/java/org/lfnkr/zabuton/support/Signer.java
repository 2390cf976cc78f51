package org.lfnkr.zabuton.support;

import org.springframework.web.util.HtmlUtils;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody of the staff who has a passkey and is signed in by it: signs approvals over HTTP as a
 * browser would. {@code staff.StaffSamples#signer} makes one.
 */
public final class Signer {

    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");

    private final Guest guest;
    private final Authenticator passkey;

    private Signer(Guest guest, Authenticator passkey) {
        this.guest = guest;
        this.passkey = passkey;
    }

    /**
     * Accepts an invitation.
     *
     * @param link from the root, of an invitation
     */
    public static Signer invited(int port, String link) {
        Signer signer = new Signer(new Guest(port), new Authenticator("http://localhost:" + port));
        signer.guest.get(link);
        String page = signer.guest.get("/en/desk/invitation").html();
        Guest.Answer in =
                signer.guest.post(
                        "/en/desk/invitation", "answer", signer.passkey.make(options(page)));
        if (in.status() != 303) {
            throw new AssertionError("Not let in: " + in.status());
        }
        return signer;
    }

    /** The browser. */
    public Guest guest() {
        return guest;
    }

    public Authenticator passkey() {
        return passkey;
    }

    /** Comes in by the passkey. */
    public Guest.Answer signIn() {
        String page = guest.get("/en/desk/sign-in").html();
        return guest.post("/en/desk/sign-in", "answer", passkey.show(options(page)));
    }

    /**
     * Opens the page of an approval and signs it.
     *
     * @param approval such as {@code /en/desk/approvals/6f1c…}
     */
    public Guest.Answer approve(String approval) {
        String page = guest.get(approval).html();
        return guest.post(approval + "/signatures", "answer", passkey.show(options(page)));
    }

    /** What a page asks the browser for. */
    public static String options(String html) {
        Matcher found = OPTIONS.matcher(html);
        if (!found.find()) {
            throw new AssertionError("The page asks for no passkey");
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }
}
