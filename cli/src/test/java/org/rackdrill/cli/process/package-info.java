/** The program as a process of its own: exit codes, signals, pipes, terminals and locales. */
@NullMarked
package org.rackdrill.cli.process;

import org.jspecify.annotations.NullMarked;
