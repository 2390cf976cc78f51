package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Objects;

@ModuleTest
class DevelopmentEntrancePageTests {

    @LocalServerPort int port;

    /** Whoever tries the shop out alone can sign as a second person, and more than once. */
    @Test
    void givesAnApproverAPasskey() {
        for (int day = 1; day <= 2; day++) {
            Guest.Answer entrance = new Guest(port).get("/en/desk/development/passkey?as=APPROVER");

            Signer approver = Signer.invited(port, Objects.requireNonNull(entrance.location()));

            assertThat(approver.guest().get("/en/desk/approvals").status()).isEqualTo(200);
            assertThat(approver.signIn().location()).endsWith("/desk");
        }
    }
}
