package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.Optional;

/**
 * A text after its variables have been filled in.
 *
 * @param doubt why it may be another one when the experiment runs; none when it cannot
 */
record Word(String text, Optional<String> doubt) {}
