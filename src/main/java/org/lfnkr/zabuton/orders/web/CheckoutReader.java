package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.checkout.Answers;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Delivery.Orderer;
import org.lfnkr.zabuton.shipping.DeliverySlot;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.shipping.PostalCodes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a checkout's answers, kindly: any width, any hyphen, any spaces. No input or output. */
final class CheckoutReader {

    static final String EMAIL = "email";
    static final String MESSAGE = "message";

    /** Who gets it: {@link #ANOTHER}, or the buyer. */
    static final String RECIPIENT = "recipient";

    static final String ANOTHER = "another";

    /** Whether the buyer's name goes with a parcel to somebody else. */
    static final String NAMED = "named";

    static final String DAY = "day";
    static final String SLOT = "slot";

    /** Everything a checkout may ask for. */
    static final List<String> FIELDS =
            Stream.concat(
                            Stream.of(EMAIL, MESSAGE, RECIPIENT, NAMED, DAY, SLOT),
                            Stream.of(Section.values())
                                    .flatMap(part -> AddressReader.FIELDS.stream().map(part::of)))
                    .toList();

    private final Answers answers;
    private final PostalCodes codes;

    private CheckoutReader(Map<String, String> typed, PostalCodes codes) {
        this.answers = new Answers(Section.BUYER.messages(), typed);
        this.codes = codes;
    }

    static CheckoutAnswers read(Map<String, String> typed, PostalCodes codes) {
        return new CheckoutReader(typed, codes).read();
    }

    /** The part that says where the parcel goes. */
    static Section goesTo(Map<String, String> typed) {
        return typed.getOrDefault(RECIPIENT, "").equals(ANOTHER)
                ? Section.RECIPIENT
                : Section.BUYER;
    }

    private CheckoutAnswers read() {
        EmailAddress email = answers.email(EMAIL);
        Delivery home = new AddressReader(answers, codes).read();
        Delivery delivery =
                switch (goesTo(answers.typed())) {
                    case BUYER -> home.with(answers.lines(MESSAGE), null);
                    case RECIPIENT -> another(home);
                };
        DeliveryWish arrival = new DeliveryWish(day(), slot());
        return email == null || !answers.problems().isEmpty()
                ? new CheckoutAnswers.Bad(answers.problems())
                : new CheckoutAnswers.Good(email, delivery, arrival);
    }

    private Delivery another(Delivery home) {
        Section part = Section.RECIPIENT;
        Answers own = new Answers(part.messages(), part.own(answers.typed()));
        Delivery delivery = new AddressReader(own, codes).read();
        own.problems().stream().map(part::of).forEach(answers::note);
        boolean named = answers.value(NAMED).equals("yes");
        return delivery.with(answers.lines(MESSAGE), new Orderer(home, named));
    }

    private @Nullable LocalDate day() {
        String typed = answers.value(DAY);
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return answers.refuse(DAY, "day.gone");
        }
    }

    private @Nullable DeliverySlot slot() {
        String typed = answers.value(SLOT);
        return typed.isEmpty()
                ? null
                : DeliverySlot.of(typed).orElseGet(() -> answers.refuse(SLOT, "slot.gone"));
    }
}
