/** From what a person types to the lab that they mean. */
@NullMarked
package org.rackdrill.cli.input;

import org.jspecify.annotations.NullMarked;
