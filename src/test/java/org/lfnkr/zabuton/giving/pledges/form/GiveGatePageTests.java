package org.lfnkr.zabuton.giving.pledges.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

@ModuleTest
@TestPropertySource(properties = {"zabuton.guard.per-sender=3", "zabuton.guard.in-all=15"})
class GiveGatePageTests {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @LocalServerPort int port;

    @Test
    void whoLeavesGiftsUnpaidHasToProveAnAddressWhateverElseTheyChange() {
        Guest tester = new Guest(port);

        List<String> ways =
                IntStream.range(0, 6).mapToObj(i -> gives(tester, address(), 1000 + i)).toList();

        assertThat(ways).filteredOn(way -> way.contains("/c/pay/")).hasSizeLessThanOrEqualTo(3);
        assertThat(ways.getLast()).isEqualTo("/en/give/proof");
    }

    @Test
    void anHonestGiverBehindTheSameNetworkGetsThrough() {
        Guest tester = new Guest(port);
        IntStream.range(0, 4).forEach(i -> gives(tester, address(), 2000 + i));
        Guest honest = new Guest(port);
        String address = address();
        assertThat(gives(honest, address, 3000)).isEqualTo("/en/give/proof");

        Guest.Answer asked = honest.at("/en/give/proof").post("/en/give/proof/mails");
        Await.done(mail.sendDue());
        Guest.Answer confirmed =
                honest.at(asked.location()).post("/en/give/proof", "code", code(address));

        assertThat(confirmed.location()).isEqualTo("/en/give/check");
        assertThat(presses(honest)).contains("/c/pay/");
    }

    private String gives(Guest guest, String email, int yen) {
        guest.at("/en/give")
                .post(
                        "/en/give",
                        "frequency",
                        "once",
                        "amount",
                        "other",
                        "other",
                        Integer.toString(yen),
                        "name",
                        "Name",
                        "email",
                        email,
                        "action",
                        "check");
        return presses(guest);
    }

    private static String presses(Guest guest) {
        return guest.at("/en/give/check").post("/en/gifts", "agreed", "yes").location();
    }

    private static String address() {
        return "giver-" + UUID.randomUUID() + "@example.org";
    }

    private String code(String address) {
        String text = mailbox.to(address).getLast().text();
        return CODE.matcher(text).results().map(MatchResult::group).findFirst().orElseThrow();
    }
}
