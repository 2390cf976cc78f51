package org.lfnkr.zabuton.vault;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the keys are, none of them in the database. Master keys are 32 random bytes in Base64.
 *
 * @param keyDirectory the directory of persons' keys, each wrapped by a master key
 * @param key seals and opens
 * @param previousKeys open only: those that {@code key} replaced, until everything is sealed anew.
 *     Where several nodes run, a new key is listed here on all of them before it becomes {@code
 *     key} on the first.
 */
@ConfigurationProperties("zabuton.vault")
record VaultProperties(
        @Nullable Path keyDirectory,
        @Nullable String key,
        @DefaultValue List<String> previousKeys) {}
