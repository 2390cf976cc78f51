package org.lfnkr.zabuton.supporters;

import org.lfnkr.zabuton.vault.SubjectId;

/** A person who buys or gives, and under which key the vault keeps what they tell. */
public record Supporter(SupporterId id, SubjectId subject) {}
