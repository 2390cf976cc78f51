package org.lfnkr.zabuton.vault;

import java.util.List;

/** Master keys that protect nothing. */
final class TestKeys {

    static final String NEW = "bmV3LW1hc3Rlci1rZXktb2YtMzItYnl0ZXMtaGVyZS4=";
    static final String OLD = "b2xkLW1hc3Rlci1rZXktb2YtMzItYnl0ZXMtaGVyZS4=";

    private TestKeys() {}

    static MasterKeys with(String key, String... previous) {
        return new MasterKeys(new VaultProperties(null, key, List.of(previous)));
    }
}
