package org.rackdrill.chaos.drill;

import java.util.Optional;

/**
 * A person who has to say yes.
 *
 * @param by who, as people call them
 * @param before the step that waits for it; none: the start of the drill
 */
public record Approval(String by, Optional<String> before) {}
