/** What could be bought for a lab: options with their prices, and what must hold between them. */
@NullMarked
package org.rackdrill.model.options;

import org.jspecify.annotations.NullMarked;
