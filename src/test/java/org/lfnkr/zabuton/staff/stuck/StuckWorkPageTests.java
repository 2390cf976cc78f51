package org.lfnkr.zabuton.staff.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.outbox.Job;
import org.lfnkr.zabuton.outbox.WorkItem;
import org.lfnkr.zabuton.outbox.WorkQueue;
import org.lfnkr.zabuton.outbox.WorkResult;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.UriUtils;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

@ModuleTest
class StuckWorkPageTests {

    private static final Pattern NEXT = Pattern.compile("href=\"(/en/desk/work\\?[^\"]+)\"");

    @LocalServerPort int port;
    @Autowired WorkQueue queue;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired List<Job> jobs;
    @Autowired MovableClock clock;

    private final String kind = "tests." + UUID.randomUUID();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void restore() {
        clock.reset();
        Await.done(
                database.sql("delete from outbox.work where kind = :kind")
                        .bind("kind", kind)
                        .then());
        Await.done(database.sql("delete from outbox.work where parked_at is not null").then());
    }

    private Job job(Mono<WorkResult> work) {
        return new Job() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Mono<WorkResult> attempt(WorkItem item) {
                return work.doOnSuccess(result -> done.add(item.key()));
            }
        };
    }

    private void parked(String... keys) {
        Await.done(Flux.just(keys).concatMap(key -> queue.add(kind, key)).then());
        clock.advance(Duration.ofDays(4));
        Await.done(queue.drain(job(Mono.error(new IllegalStateException("reader@example.org")))));
    }

    private Guest staff() {
        return new Guest(port).atDesk();
    }

    @Test
    void nobodyElseSeesIt() {
        assertThat(new Guest(port).get("/en/desk/work").location())
                .isEqualTo("/en/desk/sign-in?next=/en/desk/work");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStuckIsShownByItsKindAndFailureOnly(Language language) {
        parked("of-nobody");

        assertThat(staff().get("/" + language.tag() + "/desk/work").page())
                .contains(kind, "of-nobody", "java.lang.IllegalStateException")
                .contains(messages.text("staff.work.again", language))
                .doesNotContain("@example.org", "??");
    }

    @Test
    void staffHaveItTriedAgainAndThatIsNoted() {
        parked("stuck", "other");
        Guest staff = staff().at("/ja/desk/work");

        assertThat(staff.offered("/ja/desk/work").names()).contains("kind", "key", "_csrf");
        assertTold(staff, "stuck", "again");
        assertTold(staff, "stuck", "before");
        Await.done(queue.drain(job(Mono.just(WorkResult.DONE))));

        assertThat(done).containsExactly("stuck");
        assertThat(staff.get("/en/desk/work").page()).contains("other").doesNotContain(">stuck<");
        assertThat(noted()).containsExactly("desk work.tried-again " + kind + "/stuck");
    }

    private void assertTold(Guest staff, String key, String what) {
        staff.at("/ja/desk/work");
        Guest.Answer act = staff.postUnasked("/ja/desk/work", "kind", kind, "key", key);
        assertThat(act.status()).isEqualTo(303);
        assertThat(staff.follow(act).page())
                .contains(messages.text("staff.work.told." + what, Language.JA));
        assertThat(staff.follow(act).page()).doesNotContain("id=\"told\"");
    }

    @Test
    void anEventThatAHandlerCannotTakeIsStuckAsWell() {
        Await.done(
                database.sql(
                                """
                                with event as (
                                    insert into outbox.event (stream, type, body, appended_at)
                                    values (:kind, 'tests.stuck.1', '{}', now()) returning id)
                                insert into outbox.delivery
                                    (event_id, handler, stream, due_at, since, failure, parked_at)
                                select id, :kind, :kind, now(), now(), 'Broken', now() from event
                                """)
                        .bind("kind", kind)
                        .then());
        Guest staff = staff();
        assertThat(staff.get("/en/desk/work").page()).contains(kind, "Broken");

        String id = ofDelivery("cast(event_id as text)");
        assertThat(staff.postUnasked("/en/desk/work", "kind", kind, "key", id).status())
                .isEqualTo(303);

        assertThat(ofDelivery("cast(parked_at is null and failure is null as text)"))
                .isEqualTo("true");
        assertThat(noted()).containsExactly("desk work.tried-again " + kind + "/" + id);
    }

    private String ofDelivery(String column) {
        return Await.value(
                database.sql("select " + column + " from outbox.delivery where handler = :kind")
                        .bind("kind", kind)
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void whatIsNotStuckIsLeftAndAForgedFormIsRefused() {
        Await.done(queue.add(kind, "waits", clock.instant().plus(Duration.ofDays(1))));
        Guest staff = staff().at("/en/desk/work");

        assertThat(staff.postUnasked("/en/desk/work", "kind", kind, "key", "waits").status())
                .isEqualTo(303);
        assertThat(staff.postUnasked("/en/desk/work", "key", "").status()).isEqualTo(303);
        assertThat(staff.forge("/en/desk/work").status()).isEqualTo(403);
        Await.done(queue.drain(job(Mono.just(WorkResult.DONE))));

        assertThat(done).isEmpty();
        assertThat(noted()).isEmpty();
    }

    @Test
    void manyAreShownPageByPage() {
        String[] keys =
                IntStream.range(0, 30).mapToObj("key-%02d"::formatted).toArray(String[]::new);
        parked(keys);
        Guest staff = staff();

        String first = staff.get("/en/desk/work").html();
        var next = NEXT.matcher(first);
        assertThat(next.find()).isTrue();
        String second = staff.get(UriUtils.decode(next.group(1), StandardCharsets.UTF_8)).html();

        assertThat(keys)
                .allMatch(
                        key -> first.contains(">" + key + "<") != second.contains(">" + key + "<"));
        assertThat(staff.get("/en/desk/work?after=nowhere x y").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfWorkHasAName(Language language) {
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(
                        job ->
                                assertThat(messages.text("staff.work.kind." + job.kind(), language))
                                        .isNotBlank());
    }

    private List<String> noted() {
        return Await.value(
                database.sql(
                                "select case when actor in (select id::text from staff.account)"
                                        + " then 'desk' else actor end || ' ' || action || ' ' || subject from audit.entry"
                                        + " where subject like :kind || '/%'")
                        .bind("kind", kind)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
