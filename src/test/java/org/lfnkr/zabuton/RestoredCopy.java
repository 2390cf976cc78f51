package org.lfnkr.zabuton;

import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.StartSettings;
import org.lfnkr.zabuton.support.TestDatabase;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The command {@code restored}, as drills use it. */
public final class RestoredCopy {

    private RestoredCopy() {}

    /** What the command tells of the copy to which the settings lead. */
    public static String check(TestDatabase original, Map<String, String> copy) {
        try (StripeSimulator stripe = StripeSimulator.builder().start()) {
            Map<String, String> settings = StartSettings.of(original, stripe);
            settings.putAll(copy);
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            Check.restored(
                    new PrintStream(told, true, StandardCharsets.UTF_8),
                    StartSettings.asArguments(settings));
            return told.toString(StandardCharsets.UTF_8);
        }
    }
}
