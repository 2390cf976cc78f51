package org.lfnkr.zabuton.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.audit.AuditTrail;
import org.lfnkr.zabuton.audit.Change;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import reactor.core.publisher.Flux;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

@ModuleTest
@Import(StaffSamples.class)
class AuditPageTests {

    private static final String PAGE = "/en/desk/audit";
    private static final Pattern OLDER =
            Pattern.compile("href=\"(/en/desk/audit\\?[^\"]*before=\\d+)\"");

    @LocalServerPort int port;
    @Autowired AuditTrail audit;
    @Autowired Messages messages;
    @Autowired StaffSamples samples;

    private final String subject = UUID.randomUUID().toString();

    @ParameterizedTest
    @EnumSource
    void itSaysInWordsWhoDidWhatAndWhatItChanged(Language language) {
        Guest viewer = new Guest(port).atDesk("VIEWER");
        String viewerId = samples.account("VIEWER").toString();
        Await.done(
                audit.record(
                        viewerId, "guard.set", subject, "CLOSED", new Change("OPEN", "ON_PROOF")));

        String page = viewer.get("/" + language.tag() + "/desk/audit?record=" + subject).page();

        assertThat(page)
                .contains(
                        messages.text("audit.act.guard.set", language),
                        "VIEWER@example.org",
                        "OPEN",
                        "ON_PROOF")
                .doesNotContain("guard.set</th>", "??");
    }

    /** A list that was taken away as a file is no single record: a link to it would say nothing. */
    @Test
    void whatIsAboutNoRecordLinksToNone() {
        String why = "nothing in particular " + subject;
        Await.done(audit.record("server", "stock.exported", "", why));

        String page = new Guest(port).atDesk("VIEWER").get(PAGE + "?act=stock.exported").html();

        assertThat(page).contains(why).doesNotContain("record=\"></a>");
    }

    @Test
    void eachFilterStandsInTheAddressAndLetsThroughWhatItSays() {
        Guest viewer = new Guest(port).atDesk("VIEWER");
        String person = UUID.randomUUID().toString();
        Await.done(audit.record(person, "guard.set", subject, "one"));
        Await.done(audit.record("server", "letter.sent-again", subject, "two"));
        String today =
                java.time.LocalDate.now(org.lfnkr.zabuton.kernel.BusinessDate.TOKYO).toString();

        assertThat(found(viewer, "&act=guard.set")).containsExactly("one");
        assertThat(found(viewer, "&person=" + person)).containsExactly("one");
        assertThat(found(viewer, "&person=server")).containsExactly("two");
        assertThat(found(viewer, "&from=" + today)).containsExactly("two", "one");
        assertThat(found(viewer, "&until=" + today)).containsExactly("two", "one");
        assertThat(found(viewer, "&until=2020-01-01")).isEmpty();
        assertThat(found(viewer, "&from=2999-01-01")).isEmpty();
        assertThat(found(viewer, "&from=2026-99-99&until=x&before=y"))
                .containsExactly("two", "one");
        assertThat(viewer.get(PAGE + "?act=nothing&person='&record=\0").status()).isLessThan(500);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsCalledByNameAndWhyIsSaidInWords(Language language) {
        Guest viewer = new Guest(port).atDesk("VIEWER");
        String viewerId = samples.account("VIEWER").toString();
        Change change = new Change("WAITING", "APPROVED");
        Await.done(audit.record(viewerId, "staff.signed-out", subject, "everywhere"));
        Await.done(audit.record("server", "staff.made", subject, "[VIEWER, SHOP]"));
        Await.done(audit.record("server", "approval.approved", subject, "staff.roles", change));
        Await.done(audit.record("payments", "payment.held", subject, "SECOND_SESSION"));
        Await.done(audit.record(viewerId, "payment.refund", subject, "late"));
        Await.done(audit.record(viewerId, "guard.set", subject, "STRICT"));
        Await.done(audit.record(viewerId, "warning.snoozed", subject, "as <I> wrote it"));

        String page = viewer.get("/" + language.tag() + "/desk/audit?record=" + subject).page();

        assertThat(page)
                .containsPattern("person=" + viewerId + "\">VIEWER@example.org</a>")
                .contains(
                        cell("audit.reason.everywhere", language),
                        cell("approvals.kind.staff.roles", language),
                        cell("approvals.state.waiting", language),
                        cell("approvals.state.approved", language),
                        cell("audit.reason.second-session", language),
                        cell("refunds.reason.late", language),
                        cell("guard.mode.STRICT", language),
                        "<td>as <I> wrote it</td>")
                .contains(
                        "<td>"
                                + messages.text("staff.role.short.VIEWER", language)
                                + messages.text("audit.and", language)
                                + messages.text("staff.role.short.SHOP", language))
                .doesNotContain("SECOND_SESSION", "WAITING", "[VIEWER");
    }

    private String cell(String key, Language language) {
        return "<td>" + messages.text(key, language) + "</td>";
    }

    private List<String> found(Guest viewer, String filter) {
        return Pattern.compile("<td[^>]*>(one|two)</td>")
                .matcher(viewer.get(PAGE + "?record=" + subject + filter).html())
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"act", "person", "from", "until", "record", "before"})
    void whatNoEntryCanHoldIsLookedForInVain(String filter) {
        assertThat(new Guest(port).atDesk().get(PAGE + "?" + filter + "=\0").status())
                .isEqualTo(200);
    }

    @Test
    void manyAreShownPageByPage() {
        Guest viewer = new Guest(port).atDesk("VIEWER");
        Await.done(
                Flux.range(0, 25)
                        .concatMap(n -> audit.record("server", "guard.set", subject, "n" + n))
                        .then());

        String first = viewer.get(PAGE + "?record=" + subject).page();
        var older = OLDER.matcher(first);
        assertThat(older.find()).isTrue();
        String second = viewer.get(older.group(1)).page();

        assertThat(first).contains(">n24<", ">n5<").doesNotContain(">n4<");
        assertThat(second).contains(">n4<", ">n0<").doesNotContain(">n5<");
    }
}
