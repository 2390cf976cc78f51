package org.lfnkr.zabuton.guard.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class DeskPageTests {

    @LocalServerPort int port;
    @Autowired Guard guard;

    @AfterEach
    void restore() {
        Await.done(guard.set(Gate.GIVE, GateMode.WATCHFUL, "test"));
    }

    @Test
    void staffCloseTheGateByAForm() {
        Guest staff = staff();

        assertThat(
                        staff.at("/ja/desk/gates")
                                .post("/ja/desk/gates/GIVE", "mode", "CLOSED")
                                .status())
                .isEqualTo(303);
        assertThat(Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next()).mode())
                .isEqualTo(GateMode.CLOSED);
    }

    @Test
    void aFormThatAnotherSiteSendsChangesNothing() {
        assertThat(staff().forge("/ja/desk/gates/GIVE").status()).isEqualTo(403);
        assertThat(Await.value(guard.gates().filter(it -> it.gate() == Gate.GIVE).next()).mode())
                .isEqualTo(GateMode.WATCHFUL);
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }
}
