"""Benefits to survivors: children's pension and the surviving spouse's transition benefit."""
