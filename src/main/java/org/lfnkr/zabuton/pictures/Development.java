package org.lfnkr.zabuton.pictures;

/** A picture as we drew it, or why there is none. */
public sealed interface Development {

    record Done(Print print) implements Development {}

    record Spoilt(Flaw why) implements Development {}
}
