/** The functions, in the order of the filter on the source page. */
export const roleNames = ['burgemeester', 'wethouder', 'gemeentesecretaris', 'raadslid', 'griffier']
