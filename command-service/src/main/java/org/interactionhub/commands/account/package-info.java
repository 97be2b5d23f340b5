/**
 * Keeps the books: per account of ours, what was received and what became of it, so that nothing can be lost unnoticed.
 */
@NullMarked
package org.interactionhub.commands.account;

import org.jspecify.annotations.NullMarked;
