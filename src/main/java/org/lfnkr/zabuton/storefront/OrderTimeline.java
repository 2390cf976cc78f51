package org.lfnkr.zabuton.storefront;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Happening;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStep;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.payments.PaymentMeans;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.lfnkr.zabuton.web.TimelineStep;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells what happened to an order and what comes next. */
@Component
class OrderTimeline {

    private final Messages messages;
    private final Formats formats;

    OrderTimeline(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * @param day on which the parcel is to arrive, as it was wished; empty where none was
     */
    List<TimelineStep> of(OrderStory story, String day, Language language) {
        List<TimelineStep> steps = new ArrayList<>();
        story.happenings().forEach(happening -> steps.add(past(happening, language)));
        story.next().forEach(step -> steps.add(next(step, story.order(), day, language)));
        return steps;
    }

    private TimelineStep past(Happening happening, Language language) {
        String key = "storefront.happened." + word(happening.kind());
        return new TimelineStep(
                messages.text(key, language, amount(happening.amount())),
                "done",
                formats.time(happening.at(), language),
                null);
    }

    private String amount(@Nullable Money amount) {
        return amount == null ? "" : formats.yen(amount);
    }

    private TimelineStep next(OrderStep step, Order order, String day, Language language) {
        String key = "storefront.next." + word(step, order);
        return new TimelineStep(
                messages.text(key, language),
                step.isNow() ? "now" : "later",
                null,
                detail(key, step, order, day, language));
    }

    private String detail(String key, OrderStep step, Order order, String day, Language language) {
        boolean wished =
                !day.isEmpty() && (step == OrderStep.ON_THE_WAY || step == OrderStep.ARRIVE);
        return wished
                ? messages.text(key + ".wished", language, day)
                : messages.text(
                        key + ".detail",
                        language,
                        order.minDays(),
                        order.maxDays(),
                        order.maxDays() - order.minDays());
    }

    /** A sum that no store takes is paid by card. */
    private static String word(OrderStep step, Order order) {
        boolean cardOnly =
                step == OrderStep.PAY
                        && !PaymentMeans.of(order.total()).contains(PaymentMeans.KONBINI);
        return cardOnly ? "pay-card" : step.code();
    }

    private static String word(Happening.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
