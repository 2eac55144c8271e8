/** What programs print, cut into parts that can be trusted: it may be cut off anywhere, damaged, or not meant for us. */
@NullMarked
package org.rackdrill.live.text;

import org.jspecify.annotations.NullMarked;
