package org.lfnkr.zabuton.supporters.addresses;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.UUID;

/**
 * A supporter's wish to be reached by another address.
 *
 * @param subject under whose key the address before is kept
 * @param doneAt when the new address was proved
 * @param merger where the new address was one of somebody we knew
 */
record AddressChange(
        UUID id,
        SupporterId supporter,
        SubjectId subject,
        @Nullable Instant doneAt,
        @Nullable UUID merger) {}
