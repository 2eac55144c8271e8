/** What an administrator does, on real hosts: each step goes on by itself on its host, and is judged by what is there afterwards. */
@NullMarked
package org.rackdrill.live.operation;

import org.jspecify.annotations.NullMarked;
