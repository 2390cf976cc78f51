package org.lfnkr.zabuton.payments.plans.processing;

import org.lfnkr.zabuton.payments.Answer;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.hosted.HostedPages;
import org.lfnkr.zabuton.payments.hosted.PageOpener;
import org.lfnkr.zabuton.payments.hosted.PageProvider;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanProvider;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The pages on which plans are begun. */
@Component
class PlanCheckout implements HostedPages<Plan, PlanFacts.Page> {

    private final PlanStore plans;
    private final Products products;
    private final PlanProvider provider;
    private final PlanInquiry inquiry;
    private final PlanProgress progress;
    private final PageOpener opener;

    PlanCheckout(
            PlanStore plans,
            Products products,
            PlanProvider provider,
            PlanInquiry inquiry,
            PlanProgress progress,
            PageOpener opener) {
        this.plans = plans;
        this.products = products;
        this.provider = provider;
        this.inquiry = inquiry;
        this.progress = progress;
        this.opener = opener;
    }

    Mono<Opening> open(PlanId id) {
        return plans.find(id).flatMap(plan -> opener.open(plan, this));
    }

    @Override
    public PageProvider provider() {
        return provider;
    }

    @Override
    public Mono<Plan> startAttempt(Plan plan) {
        return plans.startAttempt(plan.id());
    }

    @Override
    public Mono<Plan> renew(Plan plan, Instant expiresAt) {
        return plans.renew(plan, expiresAt);
    }

    @Override
    public Mono<Plan> refuseAddress(Plan plan) {
        return plans.refuseAddress(plan.id());
    }

    /** Its price can be changed later only where it is of a product that is there already. */
    @Override
    public Mono<Answer<PlanFacts.Page>> create(Plan plan, Map<String, Object> exact) {
        return products.ensure(plan.product(), plan.label())
                .flatMap(
                        there ->
                                there
                                        ? provider.createPage(exact, plan.idempotencyKey())
                                        : Mono.<Answer<PlanFacts.Page>>just(new Answer.NotNow<>()));
    }

    @Override
    public Mono<Opening> record(Plan plan, PlanFacts.Page page) {
        return progress.opened(plan.id(), page).then(find(plan)).map(found -> opening(found, page));
    }

    private static Opening opening(Plan plan, PlanFacts.Page page) {
        return plan.status() == PlanStatus.OPEN && page.url() != null
                ? new Opening.Open(page.url())
                : new Opening.Closed(plan.outcome());
    }

    @Override
    public Mono<Opening> resume(Plan plan, String session) {
        return provider.page(session).flatMap(answer -> resumed(plan, answer));
    }

    private Mono<Opening> resumed(Plan plan, Answer<PlanFacts.Page> answer) {
        if (!(answer instanceof Answer.Known<PlanFacts.Page>(PlanFacts.Page page))) {
            return Mono.just(new Opening.Pending());
        }
        return page.url() != null && page.state() == Facts.SessionState.OPEN
                ? Mono.just(new Opening.Open(page.url()))
                : inquiry.ask(plan.id())
                        .then(find(plan))
                        .map(found -> new Opening.Closed(found.outcome()));
    }

    /** What is found is recorded at once, before its page is opened again. */
    @Override
    public Mono<Answer<Optional<String>>> lookUp(Plan plan) {
        return provider.pageFor(plan.id(), plan.requestedAt())
                .delayUntil(
                        answer ->
                                answer instanceof Answer.Known<Optional<String>>(var session)
                                                && session.isPresent()
                                        ? inquiry.ask(plan.id())
                                        : Mono.empty());
    }

    @Override
    public Mono<Void> fail(Plan plan) {
        return progress.fail(plan.id());
    }

    @Override
    public Mono<Plan> find(Plan plan) {
        return plans.find(plan.id());
    }
}
