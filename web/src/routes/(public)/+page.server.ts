// The front page. What is due and what was done will be asked here, one operation a figure.
export const load = async () => ({})
