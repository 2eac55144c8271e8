/** Labs that are written by code, since nobody would write them by hand. */
@NullMarked
package org.rackdrill.model.example;

import org.jspecify.annotations.NullMarked;
