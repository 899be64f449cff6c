package domain

// Role is a function in a municipality for which the programme made items.
type Role string

// The five functions, as the source page of Lokale Democratie in Beweging
// names them.
const (
	Burgemeester       Role = "burgemeester"
	Wethouder          Role = "wethouder"
	Gemeentesecretaris Role = "gemeentesecretaris"
	Raadslid           Role = "raadslid"
	Griffier           Role = "griffier"
)

// Roles returns every role in the order of the filter on the source page.
func Roles() []Role {
	return []Role{Burgemeester, Wethouder, Gemeentesecretaris, Raadslid, Griffier}
}

// ParseRole returns the role with this name, or an error with
// CodeRoleUnknown.
func ParseRole(name string) (Role, error) {
	for _, r := range Roles() {
		if string(r) == name {
			return r, nil
		}
	}
	return "", Fail(CodeRoleUnknown, name)
}
