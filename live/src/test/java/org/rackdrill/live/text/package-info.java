@NullMarked
package org.rackdrill.live.text;

import org.jspecify.annotations.NullMarked;
