package org.lfnkr.zabuton.returns;

import java.util.UUID;

/** What came of asking to give something back. */
sealed interface AskAnswer {

    /**
     * It is asked; or was before, by the same form.
     *
     * @param request its id
     */
    record Asked(UUID request) implements AskAnswer {}

    /** It is not possible, or not any more, for what stands in the form. */
    record Wrong(ReturnForm form) implements AskAnswer {}

    /** Nothing may be asked for now. */
    record Closed(ReturnOffer offer) implements AskAnswer {}
}
