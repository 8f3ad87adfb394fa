/** A stranger to this project, who uses the starter and nothing else. */
@NullMarked
package com.example.charging;

import org.jspecify.annotations.NullMarked;
