package org.lfnkr.zabuton.funds.outcomes;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.SubjectId;

import java.util.UUID;

/**
 * To whom something is told of an order, a gift or a plan.
 *
 * @param reference by which people know it
 * @param person under whose key their address lies
 * @param path of its page, behind the language
 * @param subject whose story is told; null for a plan, whose page tells each charge
 */
record Reader(
        String reference,
        Language language,
        SubjectId person,
        String path,
        @Nullable UUID subject) {}
